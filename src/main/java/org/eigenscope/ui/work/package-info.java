/**
 * Background work as the window sees it: latest wins, progress is sampled, answers arrive on the foreground thread.
 *
 * <p>May use {@code error}, {@code progress} and javafx.beans; creates no thread itself.
 */
package org.eigenscope.ui.work;
