/**
 * The Lessons tab: a shelf of lessons, the runner that checks what the learner does, and the stage on which sliders move
 * laws and draws. May use the core packages, figure and the other ui packages below it.
 */
package org.eigenscope.ui.lessons;
