package org.eigenscope.study.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eigenscope.study.survey.Globs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void theyAreToldApartByWhatNotAllHave() {
        List<String> all = List.of("as=gram;windows=none;law=htmp", "as=gram;windows=none;law=gamma");
        assertThat(Settings.differing(all.get(0), all)).isEqualTo("law=htmp");
        assertThat(Settings.differing(all.get(1), all)).isEqualTo("law=gamma");
        assertThat(Settings.differing(all.get(0), all.subList(0, 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "h.*.w", "a?b", "x[0]", "[a", "]", "a[*]?", "", "[!a]"})
    void theLiteralGlobOfATextFitsItAlone(String text) {
        assertThat(Globs.fits(Globs.literal(text), text)).isTrue();
        assertThat(Globs.fits(Globs.literal(text), text + "x")).isFalse();
        String other =
                text.replace('*', 'y').replace('?', 'y').replace("[0]", "0").replace("[!a]", "b");
        assertThat(Globs.fits(Globs.literal(text), other)).isEqualTo(other.equals(text));
    }
}
