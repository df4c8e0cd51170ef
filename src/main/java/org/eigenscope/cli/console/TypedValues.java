package org.eigenscope.cli.console;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers and files as people type them; what is none is refused in words rather than by the name of a type. */
public final class TypedValues {
    private TypedValues() {}

    /** Makes every command of a command line read its numbers and files so. */
    public static void registerWith(CommandLine commands) {
        ITypeConverter<Double> real = TypedValues::real;
        ITypeConverter<Integer> whole = text -> whole(text, BigDecimal::intValueExact);
        ITypeConverter<Long> longer = text -> whole(text, BigDecimal::longValueExact);
        commands.registerConverter(Double.class, real);
        commands.registerConverter(Double.TYPE, real);
        commands.registerConverter(Integer.class, whole);
        commands.registerConverter(Integer.TYPE, whole);
        commands.registerConverter(Long.class, longer);
        commands.registerConverter(Long.TYPE, longer);
        commands.registerConverter(Path.class, TypedValues::file);
    }

    /** A file's name. A blank one would be the working folder: a shell variable that is not set, not a wish. */
    private static Path file(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("'" + text + "' names no file and no folder");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException noName) {
            throw new TypeConversionException("'" + text + "' is no name that a file can have");
        }
    }

    /** A number, which may be infinite; the suffixes of Java's types are no part of one. */
    public static double real(String text) {
        try {
            String last =
                    text.isEmpty() ? "" : text.substring(text.length() - 1).toLowerCase(Locale.ROOT);
            if (!last.equals("f") && !last.equals("d")) {
                return Double.parseDouble(text);
            }
        } catch (NumberFormatException malformed) {
            throw notNumber(text);
        }
        throw notNumber(text);
    }

    private static TypeConversionException notNumber(String text) {
        return new TypeConversionException("'" + text + "' is no number");
    }

    private static <T> T whole(String text, Function<BigDecimal, T> conversion) {
        if (!text.matches("[+-]?[0-9]{1,100}")) {
            throw new TypeConversionException("'" + text + "' is no whole number");
        }
        try {
            return conversion.apply(new BigDecimal(text));
        } catch (ArithmeticException tooLarge) {
            throw new TypeConversionException("'" + text + "' is too large a number");
        }
    }
}
