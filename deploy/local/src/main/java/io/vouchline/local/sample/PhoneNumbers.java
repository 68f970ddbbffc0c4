package io.vouchline.local.sample;

import java.util.List;
import java.util.stream.IntStream;

/**
 * US numbers by position; no two positions have the same one. The first ones are of the exchange
 * 555, in which nobody is called, as long as there are some. No number is a demo caller's: their
 * area codes (202, 650) are left out.
 */
final class PhoneNumbers {

    private static final List<String> AREAS =
            List.of(
                    """
                    201 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240
                    248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313
                    314 315 316 317 318 319 320 321 323 325 330 331 334 336 337 339 347 351 352 360 361 385 386 401
                    402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 425 432 434 435 440 443 469 478
                    479 480 484 501 502 503 504 507 508 509 510 512 513 515 516 517 518 520 530 540 541 551 559 561
                    562 563 567 571 573 574 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618
                    619 620 623 626 630 631 636 641 646 651 660 661 662 678 682 701 702 703 704 706 707 708 712 713
                    714 715 716 717 718 719 720 724 727 732 734 740 754 757 760 763 765 770 772 773 774 775 781 785
                    786 801 802 803 804 805 806 810 812 813 814 815 816 817 818 828 830 831 832 843 845 847 850 856
                    857 858 859 860 863 864 865 870 901 903 904 906 908 909 910 912 913 914 915 916 917 918 919 920
                    925 928 931 936 937 940 941 947 949 951 952 954 956 970 971 972 973 978 979 980 985 989"""
                            .split("\\s+"));

    private static final List<Integer> EXCHANGES =
            IntStream.concat(IntStream.of(555), IntStream.range(200, 1000))
                    .filter(PhoneNumbers::isForSubscribers)
                    .distinct()
                    .boxed()
                    .toList();

    /** From 2000 on: below are the numbers of directory assistance. */
    private static final int FIRST_LINE = 2000;

    private static final int LINES = 10_000 - FIRST_LINE;
    private static final long EXCHANGE_SIZE = (long) AREAS.size() * LINES;

    /** A prime that is no factor of the size: so its multiples meet every number once. */
    private static final long STEP = 1_000_003;

    private final long start;

    PhoneNumbers(long seed) {
        this.start = Math.floorMod(Draws.mixed(seed), EXCHANGE_SIZE);
    }

    private static boolean isForSubscribers(int exchange) {
        return exchange % 100 != 11;
    }

    /** The number in E.164 form. */
    String at(long position) {
        int exchange = EXCHANGES.get(Math.toIntExact(position / EXCHANGE_SIZE));
        long within = (position % EXCHANGE_SIZE * STEP + start) % EXCHANGE_SIZE;
        String area = AREAS.get((int) (within % AREAS.size()));
        long line = FIRST_LINE + within / AREAS.size();
        return "+1" + area + exchange + line;
    }
}
