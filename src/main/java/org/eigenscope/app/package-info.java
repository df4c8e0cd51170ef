/**
 * The running application: starts JavaFX, connects everything by constructors, owns every executor.
 *
 * <p>May use {@code analysis}, {@code app.recovery}, {@code bridge}, {@code cli.serve}, {@code error},
 * {@code figure.export.write}, {@code fit}, {@code fit.search}, {@code law}, {@code law.family}, {@code library},
 * {@code progress}, {@code session}, {@code session.input}, {@code session.json}, {@code spectrum},
 * {@code spectrum.solve}, {@code study}, {@code study.plot}, {@code study.query}, {@code study.store},
 * {@code study.survey}, {@code text}, {@code ui.control}, {@code ui.document}, {@code ui.figure},
 * {@code ui.figure.dialog}, {@code ui.fit}, {@code ui.fit.law}, {@code ui.fit.league}, {@code ui.fit.likelihood},
 * {@code ui.fit.parameter}, {@code ui.lessons}, {@code ui.library}, {@code ui.main}, {@code ui.models},
 * {@code ui.models.plot}, {@code ui.models.review}, {@code ui.models.rows}, {@code ui.models.step},
 * {@code ui.models.study}, {@code ui.models.table}, {@code ui.receive}, {@code ui.repulsion},
 * {@code ui.repulsion.lab}, {@code ui.repulsion.plane}, {@code ui.repulsion.power}, {@code ui.repulsion.spacing},
 * {@code ui.repulsion.structure}, {@code ui.session}, {@code ui.settings}, {@code ui.spectrum}, {@code ui.task},
 * {@code ui.text}, {@code ui.theme}, {@code ui.training}, {@code ui.training.form}, {@code ui.training.model},
 * {@code ui.training.output}, {@code ui.training.preset}, {@code ui.watch}.
 */
package org.eigenscope.app;
