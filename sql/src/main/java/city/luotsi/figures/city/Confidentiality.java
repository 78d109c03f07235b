package city.luotsi.figures.city;

/** How small a group may be shown of a service. */
public enum Confidentiality {
    OPEN,
    PERSONAL,
    SENSITIVE
}
