package org.eigenscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.eigenscope.ui.text.WindowText;
import org.junit.jupiter.api.Test;

class MenuPageTest {
    private static final Path MENU =
            Path.of("src", "main", "resources", "org", "eigenscope", "ui", "main", "Menu.fxml");
    private static final Path PAGE = Path.of("src", "site", "markdown", "guide", "keys.md");
    private static final Pattern ITEM = Pattern.compile("<\\w*Menu(?:Item)? [^>]*text=\"%([^\"]*)\"");

    @Test
    void guideNamesEveryItemOfTheMenus() throws IOException {
        List<String> items = ITEM.matcher(Files.readString(MENU))
                .results()
                .map(item -> WindowText.get(item.group(1)).replace("_", ""))
                .toList();
        String page = Files.readString(PAGE);
        assertThat(items)
                .hasSizeGreaterThan(20)
                .allSatisfy(item -> assertThat(page).contains(item));
    }
}
