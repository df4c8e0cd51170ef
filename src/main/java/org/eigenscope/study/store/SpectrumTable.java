package org.eigenscope.study.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;

/** Eigenvalues, eight bytes each with the lowest first, as numpy calls {@code <f8}. */
final class SpectrumTable {
    private final Connection connection;

    SpectrumTable(Connection connection) {
        this.connection = connection;
    }

    /** Keeps the eigenvalues of a content under a convention; those of an estimated density are not kept. */
    void put(String content, String convention, Spectrum spectrum) throws SQLException {
        if (spectrum.estimate().isPresent()) {
            return;
        }
        Spectrum.Details details = spectrum.details();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR REPLACE INTO spectrum (content, convention,"
                        + " matrix_rows, matrix_columns, kind, normalization, zero_tolerance, solver, accuracy, eigenvalues) VALUES"
                        + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, content);
            insert.setString(2, convention);
            insert.setInt(3, details.rows());
            insert.setInt(4, details.columns());
            insert.setString(5, details.source().name());
            insert.setString(6, details.normalization().id());
            insert.setDouble(7, details.zeroTolerance());
            insert.setString(8, details.solver());
            if (details.relativeAccuracy().isPresent()) {
                insert.setDouble(9, details.relativeAccuracy().getAsDouble());
            } else {
                insert.setNull(9, Types.REAL);
            }
            insert.setBytes(10, bytes(spectrum.computed()));
            insert.executeUpdate();
        }
    }

    /** The eigenvalues of a content under a convention; empty if there are none, or what is there is none. */
    Optional<Spectrum> find(String content, String convention) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT matrix_rows, matrix_columns, kind, normalization,"
                        + " zero_tolerance, solver, accuracy, eigenvalues FROM spectrum WHERE content = ? AND convention = ?")) {
            query.setString(1, content);
            query.setString(2, convention);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? spectrum(found) : Optional.empty();
            }
        }
    }

    private static Optional<Spectrum> spectrum(ResultSet row) throws SQLException {
        Optional<Spectrum.Source> source = Arrays.stream(Spectrum.Source.values())
                .filter(kind -> kind.name().equals(string(row, 3)))
                .findFirst();
        Optional<Normalization> normalization = Arrays.stream(Normalization.values())
                .filter(scaling -> scaling.id().equals(string(row, 4)))
                .findFirst();
        int rows = row.getInt(1);
        int columns = row.getInt(2);
        double tolerance = row.getDouble(5);
        double accuracy = row.getDouble(7);
        boolean known = !row.wasNull();
        byte[] bytes = row.getBytes(8);
        boolean sound = source.isPresent()
                && normalization.isPresent()
                && rows > 0
                && columns > 0
                && tolerance >= 0
                && bytes != null
                && bytes.length > 0
                && bytes.length % Double.BYTES == 0;
        if (!sound) {
            return Optional.empty();
        }
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        Spectrum.Details details = new Spectrum.Details(
                rows,
                columns,
                source.get(),
                normalization.get(),
                tolerance,
                String.valueOf(row.getString(6)),
                known ? OptionalDouble.of(accuracy) : OptionalDouble.empty());
        return Optional.of(Spectrum.of(values, details));
    }

    private static String string(ResultSet row, int at) {
        try {
            return String.valueOf(row.getString(at));
        } catch (SQLException unreadable) {
            return "";
        }
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }
}
