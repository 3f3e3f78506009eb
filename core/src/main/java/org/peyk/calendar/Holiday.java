package org.peyk.calendar;

import java.time.LocalDate;
import org.peyk.spi.LocalizedText;

/**
 * A public holiday.
 *
 * @param date the day
 * @param half whether offices work in the morning (law no. 2429 art. 1-2: from 13:00 on 28 October and on the eves of both religious feasts)
 * @param name what it is called
 */
public record Holiday(LocalDate date, boolean half, LocalizedText name) {}
