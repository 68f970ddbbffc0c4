package io.vouchline.risk.simulation.traffic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/**
 * What is assumed of genuine callers and of prices. No labelled stream of one-time codes is public,
 * so each figure is a stated assumption that a properties file can replace; what comes out of a
 * simulation is no field result.
 *
 * <p><em>Assumed</em> below means: an order of magnitude chosen for a retail bank, without a
 * published source. Shares are from 0 to 1, prices in US dollars a message.
 */
@ConfigMapping(prefix = "priors")
public interface Priors {

    /** The bank's home region: US or GB. In GB fixed lines and mobiles have ranges of their own. */
    @WithDefault("US")
    String region();

    /** The customers. Assumed: a small bank, so that ranges are shared as little as there. */
    @WithDefault("20000")
    int customers();

    /** Those of them who call often enough to have called before. Assumed. */
    @WithDefault("4000")
    int regulars();

    /** Requests by somebody who never asked before. Assumed: codes at sign-up and after a move. */
    @WithDefault("0.3")
    double firstTime();

    /** The towns (or operators' ranges) that most customers' numbers lie in. Assumed. */
    @WithDefault("12")
    int towns();

    /**
     * Blocks of 10,000 numbers in use in each town. Numbering plans hand out blocks of 10,000, some
     * of 1,000; a town has some dozens.
     */
    @WithDefault("25")
    int blocks();

    /**
     * How unevenly customers lie in towns and blocks, from 1 (evenly) on: the share of the first
     * <em>r</em> of <em>n</em> is (r/n)<sup>1/concentration</sup>. Assumed: with 1.5 the fullest
     * block holds about 2 % of all customers.
     */
    @WithDefault("1.5")
    double concentration();

    /** Days of genuine traffic before the measured day. Chosen for the running time. */
    @WithDefault("3")
    int warmUpDays();

    /** Genuine requests of each of those days. Chosen for the running time. */
    @WithDefault("1500")
    int warmUpRequests();

    /** Genuine requests of the measured day, besides the rush. Chosen for the running time. */
    @WithDefault("4000")
    int requests();

    /** Customers who live in the expected regions. Assumed. */
    @WithDefault("0.03")
    double abroad();

    /** Where they live, ISO 3166-1 alpha-2; the policy of each request names these regions. */
    @WithDefault("CA,MX,GB,IE,ES")
    List<String> expectedRegions();

    /** Customers whose number is of any other region: travellers, newcomers. Assumed. */
    @WithDefault("0.01")
    double elsewhere();

    /** Customers at home with a fixed line, where the plan tells it. Assumed. */
    @WithDefault("0.04")
    double fixedLines();

    /** Customers with an internet telephone, where ranges are reserved for it. Assumed. */
    @WithDefault("0.001")
    double voip();

    /** Customers who call at night. Assumed: shift work. */
    @WithDefault("0.03")
    double nightOwls();

    /** Callers who see no message and ask again within a minute. Assumed. */
    @WithDefault("0.05")
    double repeats();

    /**
     * The least share of sent codes that is verified; the share of a run lies evenly between the
     * two. Assumed: most callers who ask for a code hold the telephone in their hand.
     */
    @WithDefault("0.85")
    double lowestConversion();

    /** The most. */
    @WithDefault("0.92")
    double highestConversion();

    /** Callers who first enter a wrong code. Assumed. */
    @WithDefault("0.04")
    double wrongCodes();

    /** Messages that certainly do not arrive, of those that are not verified. Assumed. */
    @WithDefault("0.2")
    double undelivered();

    /** How much denser requests are in a rush, for example after an outage. Assumed. */
    @WithDefault("10")
    double rushFactor();

    /** How long a rush lasts. Assumed. */
    @WithDefault("30M")
    Duration rushLength();

    /** When it begins, after midnight at home. Chosen: a busy hour. */
    @WithDefault("11H")
    Duration rushStart();

    /** Requests in a rush by somebody who never asked before. Assumed: more than usual. */
    @WithDefault("0.5")
    double rushFirstTime();

    /** Callers who ask on the web, with an address; the others are on the telephone. Assumed. */
    @WithDefault("0.3")
    double web();

    /** Web callers behind an address that hundreds share (carrier-grade NAT). Assumed. */
    @WithDefault("0.2")
    double sharedAddresses();

    /** Telephone callers who call from the number that the code goes to. Assumed. */
    @WithDefault("0.85")
    double fromOwnNumber();

    /**
     * Telephone calls whose number the carrier fully attests; half of the others are attested B or
     * C, half not at all. Assumed: attestation exists in few countries and is lost on old links.
     */
    @WithDefault("0.4")
    double fullyAttested();

    /** Genuine calls whose signature did not hold. Assumed. */
    @WithDefault("0.003")
    double failedAttestation();

    /** A message at home. Order of magnitude of public price lists. */
    @WithDefault("0.01")
    double priceHome();

    /** A message to another region. Order of magnitude of public price lists: 0.03 to 0.30. */
    @WithDefault("0.08")
    double priceAbroad();

    /** Personal numbers and international networks. Order of magnitude. */
    @WithDefault("0.50")
    double priceNetwork();

    /** Premium-rate and shared-cost numbers. Order of magnitude. */
    @WithDefault("1.00")
    double pricePremium();

    /** Satellite networks. Order of magnitude. */
    @WithDefault("2.00")
    double priceSatellite();
}
