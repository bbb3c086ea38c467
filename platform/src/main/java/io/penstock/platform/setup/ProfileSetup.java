package io.penstock.platform.setup;

import io.penstock.platform.closing.ClosingSettings;
import io.penstock.platform.connector.NewProfile;

/** A profile as a form enters it, with what its runs may close. */
public record ProfileSetup(NewProfile profile, ClosingSettings closings) {}
