package io.penstock.platform.console.inventory;

import org.springframework.web.servlet.view.RedirectView;

/** Ways back to a list after a post. */
final class Redirects {

    private Redirects() {}

    /**
     * @param address of this console, escaped already
     */
    static RedirectView to(String address) {
        var view = new RedirectView(address, true);
        // A query may hold braces; the address is finished.
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
