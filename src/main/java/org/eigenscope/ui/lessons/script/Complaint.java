package org.eigenscope.ui.lessons.script;

import org.eigenscope.error.BadInputException;

/** Says where in a lesson something is wrong. */
@FunctionalInterface
interface Complaint {
    BadInputException about(String what);
}
