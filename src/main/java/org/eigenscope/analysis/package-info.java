/**
 * The use cases that the window and the command line share: open a file, take a spectrum, fit laws to it.
 *
 * <p>May use every core package below it; knows neither window nor command line.
 */
package org.eigenscope.analysis;
