package city.luotsi.figures.city;

import city.luotsi.figures.catalogue.Text;
import java.time.LocalDate;

/** A public holiday. */
public record Holiday(LocalDate day, Text name) {}
