package io.penstock.platform.search;

/** An asset as an export has it: all of {@link AssetDetail} but what each source says by itself. */
public record ExportedAsset(AssetRow row, Machine machine) {}
