package org.eigenscope.io.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
    private static final double[] ONE_TO_FOUR = {1.5, 2, 3, 4};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5,2\n3,4\n",
                "1.5,2\n3,4",
                "1.5,2\r\n3,4\r\n",
                "1.5,2\r3,4\r",
                "\n\n1.5,2\n\n  \n3,4\n\n",
                "# a comment, with a comma\n1.5,2\n# another\n  # indented\n3,4\n",
                "a,b\n1.5,2\n3,4\n",
                "\"a,b\",c\n1.5,2\n3,4\n",
                "\"1.5\",\"2\"\n\"3\",\"4\"\n",
                "1.5,2,\n3,4,\n",
                "1.5,2,\n3,4\n",
                "a,b,\n1.5,2,\n3,4,\n",
                " 1.5 , 2 \n 3 ,4\n",
                "1.5;2\n3;4\n",
                "1,5;2\n3;4\n",
                "1,5\t2\n3\t4\n",
                "1.5\t2\n3\t4\n",
                "1.5 2\n3 4\n",
                "  1.5   2  \n 3      4\n",
                "x y\n1.5 2\n3 4\n",
                "1.5E0,2e+0\n3D0,4d-0\n",
                "+1.5,2.\n3,4.0000000000000000000000000000000001\n",
                "0,1\n1.5,2\n3.0,4.0\n",
                ",0,1\n0,1.5,2\n1,3,4\n",
                ",a,b\nr0,1.5,2\nr1,3,4\n",
                "a b\nr0 1.5 2\nr1 3 4\n",
                "r0,1.5,2\nr1,3,4\n",
                "name,a,b\nr0,1.5,2\nr1,3,4\n",
                "\uFEFF1.5,2\n3,4\n",
                "\uFEFFa,b\n1.5,2\n3,4\n",
            })
    void dialectsOfTheSameMatrixGiveTheSameMatrix(String text) throws Exception {
        Matrix matrix = read(text);
        assertThat(matrix.columns()).isEqualTo(2);
        assertThat(matrix.valuesForReading()).containsExactly(ONE_TO_FOUR);
    }

    @Test
    void spreadsheetTextInUtf16IsRead() throws Exception {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            Path path = Files.writeString(folder.resolve("x.txt"), "\uFEFFa\tb\n1,5\t2\n3\t4\n", charset);
            assertThat(TestFiles.read(path, "").valuesForReading()).containsExactly(ONE_TO_FOUR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", "-nan", "NA", "n/a", "nan(ind)", "1.#QNAN", "-1.#IND"})
    void spellingsOfNotANumberAreRead(String word) throws Exception {
        assertThat(read("1," + word + "\n3,4\n").get(0, 1)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "Inf", "+Infinity", "INF", "1.#INF", "∞"})
    void spellingsOfInfinityAreRead(String word) throws Exception {
        assertThat(read("1," + word + "\n3,4\n").get(0, 1)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void typographicMinusIsRead() throws Exception {
        assertThat(read("1,\u22122\n3,\u2212inf\n").get(1, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void raggedRowIsRefusedWithItsLine() {
        refuses("# made today\n1,2\n3,4\n\n5\n", "x.csv, line 5 has 1 numbers where the first row has 2.");
    }

    @Test
    void longRowIsRefusedWithItsLine() {
        refuses("1 2\n3 4 5\n", "x.csv, line 2 has 3 numbers where the first row has 2.");
    }

    @Test
    void extraNumberAfterTrailingDelimitersIsRefused() {
        refuses("1,2,\n".repeat(100) + "3,4,5\n", "line 101 has 3 numbers where the first row has 2.");
    }

    @Test
    void wordAmongNumbersIsRefusedWithLineAndColumn() {
        refuses("1,2\n3,oops\n", "x.csv, line 2, column 2: 'oops' is not a number.");
    }

    @Test
    void wordAmongNumbersOfTheFirstLineIsNotTakenForAHeader() {
        refuses("1,2,1.2.3\n4,5,6\n7,8,9\n", "line 1, column 3: '1.2.3' is not a number.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2,3\n4,,6\n",
                "1,2,3\n4, ,6\n",
                "a,b,c\n1,2,3\n4,,6\n",
                "1;2;3\n4;<NA>;6\n",
                "1|2|3\n4|NULL|6\n"
            })
    void emptyCellIsAMissingValue(String text) throws Exception {
        Matrix matrix = read(text);
        assertThat(matrix.get(1, 1)).isNaN();
        assertThat(matrix.get(1, 2)).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5,2,\n3,4,5\n", ",2,1.5\n4,5,6\n7,8,9\n", "1.5,,3\n,5,6\n"})
    void emptyCellAtEitherEndIsAMissingValueToo(String text) throws Exception {
        assertThat(read(text).columns()).isEqualTo(3);
    }

    @Test
    void complexNumberAmongRealOnesIsCalledOne() {
        String reals = "1.5,2.5\n".repeat(2000);
        refuses(reals + "1+2j,3\n", "'1+2j' is a complex number, and the first rows hold none");
    }

    @Test
    void complexNumbersAreReadAsPythonMatlabAndNumpyWriteThem() throws Exception {
        String text = "1+2j,(3-4j)\n-i,2.5\n(1e-3+-2E+1j),1 + 2i\n";
        assertThat(read(text).valuesForReading()).containsExactly(1, 2, 3, -4, 0, -1, 2.5, 0, 1e-3, -20, 1, 2);
    }

    @Test
    void hexadecimalAndSuffixedNumbersOfJavaAreNotNumbers() {
        refuses("1,2\n0x1p3,4\n", "'0x1p3' is not a number");
        refuses("1,2\n1.5f,4\n", "'1.5f' is not a number");
    }

    @Test
    void decimalCommasAndPointsInOneFileAreRefused() {
        refuses("1,5;2\n3.5;4\n", "mixes decimal commas with decimal points");
    }

    @Test
    void openQuoteIsRefused() {
        refuses("1,2\n\"3,4\n5,6\n", "x.csv");
    }

    @Test
    void wordsAloneAreRefused() {
        refuses("hello you\nworld all\nof them\n", "x.csv, line 2, column 1: 'world' is not a number");
    }

    @Test
    void commentsAloneAreRefused() {
        refuses("# nothing\n", "x.csv holds no numbers.");
    }

    @Test
    void oneColumnIsListedAsSkipped() throws Exception {
        Path path = Files.writeString(folder.resolve("x.csv"), "eigenvalue\n1\n2\n");
        try (MatrixFile file = MatrixFiles.open(path)) {
            assertThat(file.tensors().get(0).skipReason()).contains("fewer than 2 columns");
        }
    }

    @Test
    void noteSaysWhatWasTakenForNames() throws Exception {
        assertThat(note(",a,b\n0,1,2\n1,3,4\n"))
                .isEqualTo("taken: line 1 as column names (a, b), column 1 as row labels (0, 1)");
    }

    @Test
    void noteIsEmptyWhereNothingWasTakenForNames() throws Exception {
        assertThat(note("1,2\n3,4\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "'10%;2,5%\n3%;4%\n'@commas read as decimal marks; percentages read as hundredths",
                "'1.5\t1,234.5\n2.5\t3.5\n'@commas read as marks between thousands"
            })
    void noteSaysHowNumbersWereRead(String text, String note) throws Exception {
        assertThat(note(text.replace("\\n", "\n").replace("\\t", "\t"))).isEqualTo(note);
    }

    @Test
    void numberThatMayHaveADecimalCommaOrThousandsIsRefusedByItsCell() {
        refuses("1,234\t5,678\n2,345\t6,789\n", "line 1, column 1: '1,234' can be 1234 or 1.234; write it in one of");
    }

    @Test
    void wordWithAPercentSignIsRefusedByItsCell() {
        refuses("10%,20%\n30%,many%\n", "line 2, column 2: 'many%' is not a number");
    }

    @ParameterizedTest
    @CsvSource({
        "[header=0], 3, 4",
        "'[header=0,index=1]', 3, 3",
        "[index=2], 2, 2",
        "[header=2], 1, 4",
    })
    void namesOfRowsAndColumnsCanBeSaid(String name, int rows, int columns) throws Exception {
        Path path = Files.writeString(folder.resolve("x.csv"), "0,1,2,3\n0,1.5,2.5,3.5\n1,4.5,5.5,6.5\n");
        try (MatrixFile file = MatrixFiles.open(path)) {
            assertThat(file.find(name).orElseThrow().shape()).containsExactly((long) rows, (long) columns);
        }
    }

    @Test
    void tableWithoutItsNamesIsReadWithAllItsNumbers() throws Exception {
        Path path = Files.writeString(folder.resolve("x.csv"), "0,1\n1.5,2\n3.0,4.0\n");
        assertThat(TestFiles.read(path, "[header=0]").valuesForReading()).containsExactly(0, 1, 1.5, 2, 3, 4);
    }

    private String note(String text) throws Exception {
        try (MatrixFile file = MatrixFiles.open(Files.writeString(folder.resolve("x.csv"), text))) {
            return file.tensors().get(0).note();
        }
    }

    @Test
    void manyColumnsAreRead() throws Exception {
        String row = "0.25,".repeat(50_000) + "1\n";
        assertThat(read(row + row).columns()).isEqualTo(50_001);
    }

    private Matrix read(String text) throws Exception {
        return TestFiles.read(Files.writeString(folder.resolve("x.csv"), text), "");
    }

    private void refuses(String text, String words) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(words);
    }
}
