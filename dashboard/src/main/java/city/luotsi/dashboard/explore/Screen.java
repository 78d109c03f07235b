package city.luotsi.dashboard.explore;

import com.vaadin.flow.router.QueryParameters;

/** A page of a KPI as it is shown, all of it in its address. */
sealed interface Screen permits Exploration, Inquiry {

    /** What of the KPI is looked at. */
    Exploration exploration();

    /** The same page about something else. */
    Screen about(Exploration next);

    String place();

    QueryParameters parameters();

    /** The address, to follow and to share. */
    default String link() {
        return place() + "?" + parameters().getQueryString();
    }
}
