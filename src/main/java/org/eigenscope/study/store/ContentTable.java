package org.eigenscope.study.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.eigenscope.library.FileFingerprint;

/**
 * The digests of tensors in files that have not changed since, so that they need not be read again. Files have the names that the study
 * gives them, so that a study which is passed on tells nothing of the folders of a machine.
 */
final class ContentTable {
    private final Connection connection;

    ContentTable(Connection connection) {
        this.connection = connection;
    }

    Optional<String> find(String source, FileFingerprint file, String tensor) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT content FROM content WHERE path = ? AND tensor = ? AND size = ? AND modified = ?")) {
            query.setString(1, source);
            query.setString(2, tensor);
            query.setLong(3, file.size());
            query.setLong(4, file.modified());
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
            }
        }
    }

    void put(String source, FileFingerprint file, String tensor, String content) throws SQLException {
        if (file.size() < 0) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR REPLACE INTO content (path, tensor, size, modified, content) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, source);
            insert.setString(2, tensor);
            insert.setLong(3, file.size());
            insert.setLong(4, file.modified());
            insert.setString(5, content);
            insert.executeUpdate();
        }
    }
}
