package org.eigenscope.study.attribute;

/** Where an attribute is from; later ones count more than earlier ones. */
public enum AttributeOrigin {
    NAME("the file's name"),
    FILE("the file itself"),
    TRAINER_STATE("trainer_state.json"),
    PATTERN("the pattern that was given"),
    TABLE("the table that was given"),
    EDITED("what was typed");

    private final String words;

    AttributeOrigin(String words) {
        this.words = words;
    }

    /** In words. */
    public String words() {
        return words;
    }
}
