package org.eigenscope.cli.console;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.eigenscope.text.Printable;

/** Has JSON escape what could steer a terminal, which JSON itself leaves as it is from U+007F on. */
public final class PrintableJson extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final int DELETE = 0x7f;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int unit) {
        boolean isHalf = Character.isSurrogate((char) unit);
        return !isHalf && Printable.steers(unit) ? new SerializedString(Printable.escape(unit)) : null;
    }
}
