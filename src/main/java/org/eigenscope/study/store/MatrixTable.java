package org.eigenscope.study.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;

/** Writes rows: the tables {@code matrix}, {@code result} and {@code attribute}. */
final class MatrixTable {
    private final Connection connection;

    MatrixTable(Connection connection) {
        this.connection = connection;
    }

    /** The results of a key; empty if there are none. */
    Optional<Cells> result(StudyKey key) throws SQLException {
        List<Column> columns = Column.ofResult();
        String sql = "SELECT " + names(columns) + " FROM result WHERE content = ? AND convention = ? AND options = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            setKey(query, key);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.of(CellReader.cells(found, columns, 1)) : Optional.empty();
            }
        }
    }

    /** Keeps the results of a key in place of those that it had. */
    void putResult(StudyKey key, Cells results) throws SQLException {
        List<Column> columns = Column.ofResult();
        String sql = "INSERT INTO result (content, convention, options, " + names(columns) + ") VALUES (?, ?, ?"
                + ", ?".repeat(columns.size()) + ") ON CONFLICT (content, convention, options) DO UPDATE SET "
                + assignments(columns);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            setKey(insert, key);
            setCells(insert, columns, results, 4);
            insert.executeUpdate();
        }
    }

    /**
     * Keeps a row in place of the one of the same matrix and settings.
     *
     * @param place the cells that are known before anything is computed
     * @param key what its results belong to; a key without content for a matrix that nothing could be computed of
     * @param failure why nothing could be computed; empty if something was
     */
    long putRow(Cells place, Map<String, String> attributes, StudyKey key, Optional<String> failure)
            throws SQLException {
        List<Column> columns = Column.ofMatrix();
        Optional<Long> before = previousResult(place, key);
        String sql = "INSERT INTO matrix (convention, options, result, failure, " + names(columns)
                + ") VALUES (?, ?, (SELECT id FROM result WHERE content = ? AND convention = ? AND options = ?), ?"
                + ", ?".repeat(columns.size())
                + ") ON CONFLICT (source, tensor, base, convention, options) DO UPDATE SET result = excluded.result, failure ="
                + " excluded.failure, " + assignments(columns) + " RETURNING id";
        long id;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, key.convention());
            insert.setString(2, key.options());
            insert.setString(3, key.content());
            insert.setString(4, key.convention());
            insert.setString(5, key.options());
            insert.setString(6, failure.orElse(null));
            setCells(insert, columns, place, 7);
            try (ResultSet inserted = insert.executeQuery()) {
                inserted.next();
                id = inserted.getLong(1);
            }
        }
        putAttributes(id, attributes);
        if (before.isPresent()) {
            forgetUnused(before.get());
        }
        return id;
    }

    /** Whether the matrix has results under the settings of a key. */
    boolean hasResult(Cells place, StudyKey key) throws SQLException {
        return previousResult(place, key).isPresent();
    }

    private Optional<Long> previousResult(Cells place, StudyKey key) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT result FROM matrix WHERE source = ? AND tensor = ?"
                        + " AND base = ? AND convention = ? AND options = ? AND result IS NOT NULL")) {
            query.setString(1, place.text(Column.SOURCE));
            query.setString(2, place.text(Column.TENSOR));
            query.setString(3, place.text(Column.BASE));
            query.setString(4, key.convention());
            query.setString(5, key.options());
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
            }
        }
    }

    /** Results of a file that has changed belong to nothing any more, nor does their spectrum. */
    private void forgetUnused(long result) throws SQLException {
        String gone = "id = ? AND NOT EXISTS (SELECT 1 FROM matrix WHERE matrix.result = ?)";
        try (PreparedStatement spectra =
                        connection.prepareStatement("DELETE FROM spectrum WHERE (content, convention) IN"
                                + " (SELECT content, convention FROM result WHERE " + gone
                                + ") AND (SELECT count(*) FROM result r WHERE"
                                + " r.content = spectrum.content AND r.convention = spectrum.convention) = 1");
                PreparedStatement results = connection.prepareStatement("DELETE FROM result WHERE " + gone)) {
            for (PreparedStatement delete : List.of(spectra, results)) {
                delete.setLong(1, result);
                delete.setLong(2, result);
                delete.executeUpdate();
            }
        }
    }

    private void putAttributes(long matrix, Map<String, String> attributes) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM attribute WHERE matrix = ?");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO attribute (matrix, name, value) VALUES (?, ?, ?)")) {
            delete.setLong(1, matrix);
            delete.executeUpdate();
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                insert.setLong(1, matrix);
                insert.setString(2, attribute.getKey());
                insert.setString(3, attribute.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The names of all attributes, as text sorts them. */
    List<String> attributeNames() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT DISTINCT name FROM attribute ORDER BY name")) {
            while (found.next()) {
                names.add(String.valueOf(found.getString(1)));
            }
        }
        return names;
    }

    /** Makes the view anew, with a column for each attribute. */
    void putView() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP VIEW IF EXISTS " + Schema.VIEW);
            statement.execute(Schema.view(attributeNames()));
        }
    }

    private static void setKey(PreparedStatement statement, StudyKey key) throws SQLException {
        statement.setString(1, key.content());
        statement.setString(2, key.convention());
        statement.setString(3, key.options());
    }

    private static void setCells(PreparedStatement statement, List<Column> columns, Cells cells, int from)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Object value = cells.values().get(columns.get(i));
            boolean identity = columns.get(i) == Column.TENSOR || columns.get(i) == Column.BASE;
            if (value == null && identity) {
                statement.setString(from + i, "");
            } else if (value == null) {
                statement.setNull(from + i, Types.NULL);
            } else {
                statement.setObject(from + i, value);
            }
        }
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Schema::name).collect(Collectors.joining(", "));
    }

    private static String assignments(List<Column> columns) {
        return columns.stream()
                .map(Schema::name)
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
    }
}
