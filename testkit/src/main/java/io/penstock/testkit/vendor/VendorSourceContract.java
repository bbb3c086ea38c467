package io.penstock.testkit.vendor;

/**
 * Everything a vendor's source must keep. A vendor's test class implements this and {@link
 * VendorTrial}; nothing else is needed.
 */
public interface VendorSourceContract
        extends DescriptorContract, ReadingContract, SlicingContract, RefusalContract {}
