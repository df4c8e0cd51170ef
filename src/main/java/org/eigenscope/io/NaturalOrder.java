package org.eigenscope.io;

import java.io.Serializable;
import java.util.Comparator;

/** Names as people sort them: digits count as numbers, so that {@code layer2} comes before {@code layer10}. */
public enum NaturalOrder implements Comparator<String>, Serializable {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = endOfPart(a, i);
            int endB = endOfPart(b, j);
            int order = compareParts(a.substring(i, endA), b.substring(j, endB));
            if (order != 0) {
                return order;
            }
            i = endA;
            j = endB;
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    /** The end of a run of digits, or of a single other character. */
    private static int endOfPart(String text, int start) {
        int end = start + 1;
        if (isDigit(text.charAt(start))) {
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static int compareParts(String a, String b) {
        if (isDigit(a.charAt(0)) && isDigit(b.charAt(0))) {
            String x = a.replaceFirst("^0+", "");
            String y = b.replaceFirst("^0+", "");
            int longer = Integer.compare(x.length(), y.length());
            return longer != 0 ? longer : x.compareTo(y);
        }
        return Character.compare(Character.toLowerCase(a.charAt(0)), Character.toLowerCase(b.charAt(0)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
