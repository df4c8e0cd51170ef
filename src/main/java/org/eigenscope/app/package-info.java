/**
 * The running application: starts JavaFX, wires everything by constructors, owns every executor.
 *
 * <p>May use everything but {@code cli}.
 */
package org.eigenscope.app;
