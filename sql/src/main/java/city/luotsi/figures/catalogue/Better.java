package city.luotsi.figures.catalogue;

/** Which direction is good news. */
public enum Better {
    HIGHER,
    LOWER,
    NEITHER
}
