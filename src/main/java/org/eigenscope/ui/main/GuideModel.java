package org.eigenscope.ui.main;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The guide, where it comes with the program as web pages: a page for each tab. */
public final class GuideModel {
    private Optional<Path> folder = Optional.empty();
    private Consumer<URI> browser = page -> {};

    /**
     * Makes the guide available.
     *
     * @param pages the folder of the pages
     * @param opener shows one
     */
    public void offer(Path pages, Consumer<URI> opener) {
        folder = Optional.of(pages);
        browser = opener;
    }

    /** Shows the page of a tab; false where there is none. */
    boolean show(MainTab tab) {
        Optional<Path> page =
                folder.map(pages -> pages.resolve(tab.guidePage() + ".html")).filter(Files::isRegularFile);
        page.ifPresent(file -> browser.accept(file.toUri()));
        return page.isPresent();
    }
}
