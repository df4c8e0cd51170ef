/**
 * {@code eigenscope sample}: draws eigenvalues of finite ensembles.
 *
 * <p>May use {@code cli.console}, {@code cli.option}, {@code ensemble}, {@code ensemble.structure}, {@code error},
 * {@code law.convolution}, {@code law.family}, {@code progress}.
 */
package org.eigenscope.cli.sample;
