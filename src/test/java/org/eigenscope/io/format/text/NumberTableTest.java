package org.eigenscope.io.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import org.eigenscope.error.BadInputException;
import org.junit.jupiter.api.Test;

class NumberTableTest {
    @Test
    void listWithoutHeaderIsRead() throws Exception {
        assertThat(table("1\n2.5\n3e-4\n").values()).containsExactly(1, 2.5, 3e-4);
    }

    @Test
    void singleNumberIsRead() throws Exception {
        assertThat(table("0.5").values()).containsExactly(0.5);
    }

    @Test
    void headerNamesTheColumns() throws Exception {
        NumberTable table = table("kappa, gamma, x\n1,0.5,2\n3,0.25,4\n");
        assertThat(table.columnNames()).containsExactly("kappa", " gamma", " x");
        assertThat(table.column(1)).containsExactly(0.5, 0.25);
    }

    @Test
    void rowKnowsItsLine() throws Exception {
        assertThat(table("# points\nx\n\n1\n\n2\n").line(1)).isEqualTo(6);
    }

    @Test
    void thousandsOfRowsAreKept() throws Exception {
        NumberTable table = table("1,2,3\n".repeat(5000));
        assertThat(table.rows()).isEqualTo(5000);
        assertThat(table.row(4999)).containsExactly(1, 2, 3);
    }

    @Test
    void emptyInputIsRefused() {
        assertThatThrownBy(() -> table(" \n"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("standard input holds no numbers.");
    }

    @Test
    void missingFileIsRefused() {
        assertThatThrownBy(() -> NumberTable.read(Path.of("no-such-points.csv")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("does not exist");
    }

    private static NumberTable table(String text) throws BadInputException {
        return NumberTable.read(new StringReader(text), "standard input");
    }
}
