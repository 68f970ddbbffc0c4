package io.vouchline.risk.signal;

import io.vouchline.risk.history.History.Traffic;

/** Makes the traffic of a destination; what is not said is 0. */
public final class Traffics {

    private double askedHour;
    private double admittedHour;
    private double sentHour;
    private double sentDay;
    private double verifiedHour;
    private double verifiedDay;
    private double undeliveredDay;
    private double peakDay;

    private Traffics() {}

    /** A destination that nobody has asked for. */
    public static Traffics none() {
        return new Traffics();
    }

    /** A destination that is asked for now, for the first time. */
    public static Traffics first() {
        return none().asked(1).admitted(1);
    }

    public Traffics asked(double hour) {
        askedHour = hour;
        return this;
    }

    public Traffics admitted(double hour) {
        admittedHour = hour;
        return this;
    }

    public Traffics sent(double hour, double day) {
        sentHour = hour;
        sentDay = day;
        return this;
    }

    public Traffics verified(double hour, double day) {
        verifiedHour = hour;
        verifiedDay = day;
        return this;
    }

    public Traffics undelivered(double day) {
        undeliveredDay = day;
        return this;
    }

    public Traffics peak(double day) {
        peakDay = day;
        return this;
    }

    public Traffic build() {
        return new Traffic(
                askedHour,
                admittedHour,
                sentHour,
                sentDay,
                verifiedHour,
                verifiedDay,
                undeliveredDay,
                peakDay);
    }
}
