/** The survey as a Spark job, an artifact of its own on the core jar. Spark and Hadoop are used here alone. */
package org.eigenscope.spark;
