/**
 * Sessions: everything that a figure follows from, as a value, as strict JSON, as a picture. What was read (with its SHA-256),
 * under which conventions, which laws at which parameters, what was fitted and what set by hand, the view, the figure, the page.
 *
 * <p>May use every core package and {@code figure}; Jackson for JSON.
 */
package org.eigenscope.session;
