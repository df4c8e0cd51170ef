package org.eigenscope.network.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.network.model.Loss;

/** Finds data by what a person calls them: data that come with the program or are drawn by it, or a place of {@link OwnData}. */
public final class DataSource {
    private DataSource() {}

    /**
     * The data that need no files of the user: bundled ones under their names, or {@link PowerLawData}.
     *
     * @throws BadInputException if the name says how data are drawn, but not rightly
     */
    public static Optional<DataSplit> builtIn(String name) throws BadInputException {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        for (BundledData each : BundledData.values()) {
            if (each.id().equals(plain)) {
                return Optional.of(each.read());
            }
        }
        return PowerLawData.of(plain).map(PowerLawData::read);
    }

    /**
     * Reads data.
     *
     * @param name of data that come with the program or are drawn by it, or a path
     * @param loss with the squared one the answers of own data may be any numbers where they are no classes
     * @throws EigenscopeException if they are not there, damaged, or do not fit to each other
     */
    public static DataSplit read(String name, Loss loss) throws EigenscopeException {
        Optional<DataSplit> found = builtIn(name);
        if (found.isPresent()) {
            return found.get();
        }
        Path place = path(name);
        if (loss != Loss.SQUARED) {
            return OwnData.read(place, false);
        }
        try {
            return OwnData.read(place, false);
        } catch (BadInputException noClasses) {
            return OwnData.read(place, true);
        }
    }

    private static Path path(String name) throws BadInputException {
        try {
            return Path.of(name);
        } catch (InvalidPathException impossible) {
            throw new BadInputException("'" + name + "' is no path on this system.", impossible);
        }
    }
}
