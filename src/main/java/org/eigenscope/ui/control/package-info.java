/**
 * Controls that several screens share.
 *
 * <p>May use javafx.controls, {@code figure} (its colours), {@code ui.text} and the icon pack.
 */
package org.eigenscope.ui.control;
