package org.eigenscope.io.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lies in the place of a model that was not downloaded: a pointer of Git LFS or git-annex, a web page, or a server's words of
 * refusal, all saved under the model's name. Known by the first bytes alone, whatever the name.
 */
public final class Placeholder {
    private static final int HEAD_BYTES = 1024;

    private static final Pattern LFS =
            Pattern.compile("version https://(git-lfs\\.github\\.com|hawser\\.github\\.com)/spec/.*", Pattern.DOTALL);

    private static final Pattern LFS_SIZE = Pattern.compile("\\nsize (\\d{1,18})\\s*");
    private static final Pattern ANNEX = Pattern.compile("(/annex/objects/|\\.\\./[./]*\\.git/annex/objects/)\\S+\\s*");
    private static final Pattern PAGE = Pattern.compile(
            "(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype html|html|head|body)[\\s>].*", Pattern.DOTALL);

    private static final Pattern REFUSAL = Pattern.compile(
            "(<\\?xml[^>]*>\\s*)?<error>\\s*<code>.*|(404: )?not found\\s*|entry not found\\s*|access denied\\s*"
                    + "|invalid username or password\\.?\\s*|\\{\\s*\"(error|message)\"\\s*:\\s*\"[^\"]*\".*",
            Pattern.DOTALL);

    private Placeholder() {}

    /**
     * What a file is instead of a model, as a clause that goes on from its name.
     *
     * @return empty if it is none of these
     */
    public static Optional<String> of(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return of(in.readNBytes(HEAD_BYTES));
        }
    }

    /** The same of the first bytes of a file. */
    public static Optional<String> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        // a byte order mark, as it reads in Latin-1
        String start = (text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text).stripLeading();
        if (LFS.matcher(start).matches()) {
            Matcher size = LFS_SIZE.matcher(start);
            String missing = size.find() ? " of a file of " + size.group(1) + " bytes" : "";
            return Optional.of(
                    "is a Git LFS pointer" + missing + ", which was not downloaded; run 'git lfs pull' where it"
                            + " was cloned, or download the file itself");
        }
        if (ANNEX.matcher(start).matches()) {
            return Optional.of("is a git-annex pointer to a file that was not downloaded; run 'git annex get' on it");
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if (PAGE.matcher(lower).matches()) {
            return Optional.of(
                    "is a web page, saved under this name instead of the file; download the file again, and look"
                            + " at the page in a browser for what is asked");
        }
        return REFUSAL.matcher(lower).matches()
                ? Optional.of("holds a server's refusal instead of the file (" + firstWords(start)
                        + "); download the file again")
                : Optional.empty();
    }

    private static String firstWords(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
