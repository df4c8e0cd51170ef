"""Spectra, laws, likelihoods and tails computed by numpy, scipy and mpmath alone."""
