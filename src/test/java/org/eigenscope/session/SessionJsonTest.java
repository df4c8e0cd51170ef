package org.eigenscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.spectrum.SolverChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionJsonTest {
    private static final String SCREEN = ",\"screen\":{\"residuals\":false}";

    private final SessionJson json = new SessionJson();

    @Test
    void sessionComesBackEqualToTheLastBit() throws BadInputException {
        assertThat(json.read(json.write(ExampleSessions.full()))).isEqualTo(ExampleSessions.full());
    }

    @Test
    void equalSessionsAreWrittenEqually() throws BadInputException {
        String text = json.write(ExampleSessions.full());
        assertThat(json.write(json.read(text))).isEqualTo(text);
    }

    @Test
    void unknownFieldIsRefusedWhereverItStands() {
        refusal("\"n\":195", "\"n\":195,\"extra\":1")
                .hasMessageContaining("session.panels[0].series[0].laws[0].evidence.extra is unknown");
        refusal("{\"format\"", "{\"more\":{},\"format\"").hasMessageContaining("session.more is unknown");
    }

    @Test
    void newerVersionIsRefusedWithAdvice() {
        refusal("\"version\":3", "\"version\":4").hasMessageContaining("version 4", "a newer Eigenscope is needed");
    }

    @Test
    void versionOneMeantEveryRowAndWhatSymmetryTells() throws BadInputException {
        String first = json.write(ExampleSessions.full())
                .replace("\"version\":3", "\"version\":1")
                .replace(SCREEN, "")
                .replace("\"interpretation\":\"features\",", "")
                .replace("\"drop_nonfinite_rows\":true,", "");
        Conventions read = json.read(first).conventions();
        assertThat(read.interpretation()).isEqualTo(Interpretation.AUTO);
        assertThat(read.dropNonFiniteRows()).isFalse();
        assertThat(read.solver()).isEqualTo(SolverChoice.EJML);
    }

    @Test
    void versionTwoDidNotSayWhatTheWindowShowedBesides() throws BadInputException {
        String second = json.write(ExampleSessions.full())
                .replace("\"version\":3", "\"version\":2")
                .replace(SCREEN, "");
        assertThat(json.read(second).screen()).isEqualTo(Screen.DEFAULT);
        assertThat(json.read(second).conventions())
                .isEqualTo(ExampleSessions.full().conventions());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void olderVersionsDoNotKnowFieldsOfTheThird(int version) {
        refusal("\"version\":3", "\"version\":" + version).hasMessageContaining("is unknown");
    }

    @Test
    void fieldGivenTwiceIsRefused() {
        refusal("\"version\":3", "\"version\":3,\"version\":3").hasMessageContaining("not JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"trim_top\":3 | \"trim_top\":3.5 | session.conventions.trim_top is not a whole number",
                "\"trim_top\":3 | \"trim_top\":-3 | must not be negative",
                "\"trim_bottom\":2, | | session.conventions.trim_bottom is missing",
                "\"dpi\":601 | \"dpi\":99999999 | 99999999 dpi is outside",
                "\"type_pt\":6.5 | \"type_pt\":1e9 | pt is outside",
                "\"view\":\"ccdf\" | \"view\":\"pie\" | session.look.view is not one of density, ecdf, ccdf",
                "\"box\":true | \"box\":1 | session.look.box is not true or false",
                "\"kappa\":1.7800000000000002 | \"kappa\":-1 | kappa = -1.0 is outside its domain",
                "\"gamma\":0.5, | | inverse-htmp lacks gamma",
                "\"input\":1 | \"input\":7 | series of input 7 has none among 2",
                "\"sha256\":\"0123 | \"sha256\":\"x123 | is not 64 hexadecimal digits",
                "\"htmp\":\"#123456\" | \"htmp\":\"red\" | colour red is not of the form",
                "\"bins\":31 | \"bins\":2000000 | bins = 2000000 is outside",
            })
    void valueOutOfItsDomainIsRefusedWithItsPlace(String before, String after, String sentence) {
        refusal(before.strip(), after == null ? "" : after.strip()).hasMessageContaining(sentence.strip());
    }

    @Test
    void otherJsonIsNoSession() {
        assertThatThrownBy(() -> json.read("{\"format\":\"geojson\",\"version\":1}"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no session of Eigenscope");
        assertThatThrownBy(() -> json.read("[1,2]")).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> json.read("")).isInstanceOf(BadInputException.class);
    }

    @Test
    void deepNestingIsRefusedWithoutOverflow() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> json.read(deep)).isInstanceOf(BadInputException.class);
    }

    private AbstractThrowableAssert<?, ?> refusal(String before, String after) {
        String text = json.write(ExampleSessions.full());
        assertThat(text).contains(before);
        int at = text.indexOf(before);
        String changed = text.substring(0, at) + after + text.substring(at + before.length());
        return assertThatThrownBy(() -> json.read(changed)).isInstanceOf(BadInputException.class);
    }
}
