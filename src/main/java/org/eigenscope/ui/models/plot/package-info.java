/**
 * The plots of a study's rows, linked with the table: what is chosen in one is chosen in the other.
 *
 * <p>May use {@code error}, {@code figure}, {@code figure.axis}, {@code figure.export.page}, {@code figure.style},
 * {@code io}, {@code progress}, {@code session}, {@code session.draw}, {@code session.json}, {@code study},
 * {@code study.plot}, {@code study.query}, {@code study.store}, {@code text}, {@code ui.control}, {@code ui.models.rows},
 * {@code ui.models.step}, {@code ui.models.study}, {@code ui.repulsion.paint}, {@code ui.task}, {@code ui.text},
 * {@code ui.theme}.
 */
package org.eigenscope.ui.models.plot;
