package org.eigenscope.ui.main;

import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.theme.ThemeModel;

/**
 * The models of one window.
 *
 * @param main joins the others
 * @param library what is open
 * @param spectrum what is on the chart
 * @param fit the laws over it
 * @param theme light or dark
 * @param recent what was open before
 */
public record Models(
        MainModel main,
        LibraryModel library,
        SpectrumModel spectrum,
        FitModel fit,
        ThemeModel theme,
        RecentFilesModel recent) {}
