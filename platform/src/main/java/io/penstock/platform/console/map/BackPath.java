package io.penstock.platform.console.map;

import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a person came from and wants to go on: an address of this server, nothing else. */
final class BackPath {

    /** One slash, then what an address of ours is made of; no template braces, no second slash. */
    private static final Pattern OURS =
            Pattern.compile("/(?:[A-Za-z0-9_.~%=&?:+-][A-Za-z0-9/_.~%=&?:+-]{0,498})?");

    private BackPath() {}

    /** The address, or nothing when it leads elsewhere. */
    static String checked(String typed) {
        return OURS.matcher(typed).matches() ? typed : "";
    }

    /** The address as the query of another one of ours. */
    static String query(String back) {
        return back.isEmpty() ? "" : "?back=" + UriUtils.encode(back, StandardCharsets.UTF_8);
    }

    /** The address with the map that was saved, or the map's own page. */
    static String after(String back, UUID map) {
        if (back.isEmpty()) {
            return "/maps/" + map;
        }
        return back + (back.contains("?") ? "&" : "?") + "map=" + map;
    }
}
