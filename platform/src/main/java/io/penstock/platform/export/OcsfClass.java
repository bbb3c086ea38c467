package io.penstock.platform.export;

/** The classes of OCSF events that are written. */
enum OcsfClass {
    VULNERABILITY_FINDING(2, "Findings", 2002, "Vulnerability Finding"),
    DEVICE_INVENTORY(5, "Discovery", 5001, "Device Inventory Info");

    private final int category;
    private final String categoryName;
    private final int uid;
    private final String caption;

    OcsfClass(int category, String categoryName, int uid, String caption) {
        this.category = category;
        this.categoryName = categoryName;
        this.uid = uid;
        this.caption = caption;
    }

    int category() {
        return category;
    }

    String categoryName() {
        return categoryName;
    }

    int uid() {
        return uid;
    }

    String caption() {
        return caption;
    }
}
