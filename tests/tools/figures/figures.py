"""Draws the figures of assets/illustrations: `figures.py FOLDER [NAME...]`. The rules are in assets/README.md. It takes a
quarter of a minute."""
import os
import sys

from pen import WEIGHT, Picture, Place, points

HEAD = "0,-27 13,-24 20,-12 20,2 15.5,15 8,24.5 0,27 -8,24.5 -15.5,15 -20,2 -20,-12 -13,-24"
NAPE = "0,-27 14,-24 21,-10 20.5,6 14,17 8,21! -8,21! -14,17 -20.5,6 -21,-10 -14,-24"
PROFILE = ("2,-27 12,-23 17.5,-14 17.2,-6 17.4,-2 21.8,5.6 21.2,8.8 17.8,10.2! 19.2,13 17.6,15.5! 18.8,18 17,20.3! 17.6,25 13,28 "
           "5,27 -4,22! -5,38! -23,38! -20,16 -22,-2 -20,-16 -11,-25")
# The ankle is at 0,0 and the leg comes from -x; the toes point to +y.
FOOT = "-10,-9 2,-9.5 10,-11 15.5,-6 21,1.5 31,8 38,13.5 37,19.5 30,20.5 18,15.5 8,12 -10,9"
# The back of a hand: the wrist is at 0,0, the fingers point to +x, the thumb to -y.
HAND = ("-8,-7.6 4,-8 10,-13.5 17,-17.5 21,-15 16.5,-8! 26,-8.2 34.5,-7.4 37,-4.8 34.5,-2.4! 38.5,-1.2 39,1.6 35.5,2.8! "
        "37,4.6 35.5,7.2 31,7.6! 30.5,9.8 25,10.4 14,9 6,8.4 -8,7.6")
# A hand that rests: the fingers lie over an edge, the thumb lies along them.
REST = "-8,-7.6 6,-9 17,-10 27,-7.5 34,-2 40,6 40.5,10.5 36.5,12! 34.5,14.5 29,13 14,10.4 4,8.4 -8,7.6"
# A hand around the top of a cane.
GRIP = "-8,-7.6 1,-8.4 8,-11 14,-10.4 16,-7! 20.5,-6.4 22.5,-3 20,-0.4! 23,1.8 21.5,5.4 17.5,6! 18,9.4 12,10.8 5,8.4 -8,7.6"
# The ankle is at 0,0, the toes point to +x.
SHOE = "-12,-3! 12,-3! 15,3.5 24,7.5 34,10.5 39.5,14.5 40,20! -13.5,20! -14,8"


def face(p, place, hair="black", look="shut", cheeks="blush"):
    if cheeks:
        p.lines(("-13.5,10 -10.5,11", "10.5,11 13.5,10"), place, cheeks, 4)
    if look == "shut":
        p.lines(("-13,2 -8.5,5 -4.5,3", "4.5,3 8.5,5 13,2"), place)
    elif look == "ahead":
        p.lines(("-8.5,3.3 -8.5,4", "8.5,3.3 8.5,4"), place, width=4.6)
    else:
        aside = 1
        p.lines(("-13,3.5 -8.5,1.8 -4.5,3", "4.5,3 8.5,1.8 13,3.5"), place)
        p.lines((f"{aside - 8.5},4.6 {aside - 8.5},5", f"{aside + 8.5},4.6 {aside + 8.5},5"), place, width=4)
    p.lines(("-13.5,-5 -9,-7.5 -4.5,-6", "4.5,-6 9,-7.5 13.5,-5"), place, hair)
    mouth = "-6.5,16.5 0,19.3 6.5,16.2" if cheeks else "-5.5,15.8 0,17.4 5.5,15.6"
    p.lines(("0.5,2 3.2,9.5 -1,10.8", mouth), place)


def profile(p, place, look="open", brow="black", cheeks="blush"):
    p.line("6,9.5 9.5,10.5", place, cheeks, 4)
    if look == "open":
        p.line("12,-1.2 12,-0.8", place, width=3.6)
    else:
        p.line("8,-0.5 11.5,2.2 15,0.8", place)
    p.line("8.5,-7.5 12.5,-9.5 16.5,-8", place, brow, 1.8)
    p.lines(("10.5,14.8 12.5,17.4 17.6,15.5", "-3,-2 -7,-4 -9.5,0 -7.5,5 -4.5,8"), place, width=1.6)


def hand(p, place, name=None, skin="skin"):
    p.shape(skin, HAND, place, closed=False, name=name)
    p.lines(("34.5,-2.4 24,-2.8", "35.5,2.8 24,1.8", "31,7.6 23,5.8"), place, width=1.4)


def shoe(p, place, name):
    p.shape("black", SHOE, place, name=name)
    p.line("-13,15.5 39,15.5", place, "paper", 1.6)


def pressing_arm(p, flip, name):
    """An arm that comes down in front from the shoulder, and a flat hand that presses: its fingers point to the viewer."""
    arm = Place(302, 0, flip=flip)
    p.limb("skin", "-48,92,12 -49,108,11.5 -36,129,9.6 -25,146,7.4", arm, ends=(1, 0))
    hand(p, Place(*arm((-27, 143)), -64 if flip else 64, 0.98, flip), name)


def bed(p, left, right, y):
    p.box("linen", left, y, right - left, 22, 8, name="bed")
    p.line(f"{left + 4},{y} {right - 4},{y}", stroke="cloth", width=1.6)


def floor(p, left, right, y):
    p.line(f"{left},{y} {right},{y}", stroke="gray", width=4, name="floor")


def mirrored(line, middle):
    half = points(line)
    return [(middle + x, y, c) for x, y, c in half] + [(middle - x, y, c) for x, y, c in half[::-1]]



def side_lying():
    p = Picture("side-lying", "Lying on the side with a pillow between the knees",
                "Shows where the pillow goes: between the knees of a person who sleeps on one side.")
    p.shape("linen", "34,116! 500,116! 530,226! 530,250 525,255 516,255.5! 6,255.5! -2,255 -7,250 -7,226!", stroke=None, name="bed")
    p.line("-5,226 528,226", stroke="cloth", width=1.6)
    p.shape("paper", "16,108 28,86 68,80 110,88 130,108 134,132 122,152 80,157 36,154 18,136", name="head-pillow")
    p.shape("tan", FOOT, Place(440, 200, 8), name="lower-foot")
    p.shape("dark", "262,120! 320,128 372,166! 404,172 444,182! 447,210! 408,216 380,222 358,224 338,219 322,204 300,184 272,156",
            name="lower-leg")
    p.shape("object", "318,150 330,138 372,136 412,136 450,132 470,138 478,154 474,174 458,184 420,184 384,186 346,190 322,184 312,168",
            name="pillow")
    p.lines(("322,168 356,172 400,166 440,164 474,158", "464,146 458,150"), width=1.4)
    p.shape("tan", FOOT, Place(440, 110, 8), name="upper-foot")
    p.shape("dark", "300,63! 330,66 356,82 380,106! 404,98 444,95! 448,122! 414,131 388,144 366,156 346,154 330,143 304,133 262,126! 280,80", name="upper-leg")
    p.lines(("380,106 370,114 366,124", "314,114 330,120 340,130"), stroke="cloth", width=1.6)
    p.limb("tan", "164,146,13 160,180,11 138,186,9 122,179.8,7 106,173.6,6.8", name="lower-arm", ends=(1, 0))
    hand(p, Place(113, 176, 22, 0.92, True), "lower-hand", "tan")
    p.limb("tan", "160,106,26 134,104,19 106,103,16", name="neck")
    p.shape("ground", "136,80 152,67 186,68 236,81 282,62 304,66! 312,98 302,138! 290,158 268,171 242,172 222,163 200,154 170,154 140,147 124,120",
            name="shirt")
    p.line("226,88 232,96 230,106", width=1.6)
    p.line("226,150 224,136 234,122", width=1.6)
    head = Place(101, 101, -82)
    p.shape("black", "21,8! 26,-12 15,-30 -4,-33 -22,-28 -32,-12 -37,8 -36,28 -29,40 -22,34 -20,16!", head)
    p.shape("tan", HEAD, head, name="head")
    p.shape("black", "20.5,10! 24,-8 15,-28 -2,-33 -20,-27 -27,-8 -24,14! -19,0 -12,-12 3,-17! 12,-13 18,-3", head,
            name="hair")
    face(p, head, cheeks="flush")
    p.limb("tan", "196,120,12 208,146,10.5 188,159,8.6 178,160.6,7 163,162.8,6.8", name="forearm", ends=(1, 0))
    hand(p, Place(170, 162, -7, 0.92, True), "hand", "tan")
    p.shape("ground", "150,84! 164,71 184,82 208,104 218,120 212,134! 202,143 188,135! 172,118 156,108!", closed=False,
            name="sleeve")
    return p


def massage():
    p = Picture("massage-table", "A massage",
                "Shows what a visit is like: a therapist massages the hip of a person who lies at ease under a sheet.")
    p.line("36,321 504,321", stroke="gray", width=4, name="floor")
    p.shape("dark", "298,200! 344,200! 344,240 350,274 352,304! 323,306! 319,276 310,240", name="right-leg")
    p.shape("dark", "266,200! 308,200! 304,240 295,276 290,308! 260,308! 262,272 266,240", name="left-leg")
    p.shape("black", "264,307! 287,307! 289,319! 248,319! 250,313 258,311", name="left-shoe")
    p.shape("black", "326,305! 348,304! 352,309 360,311 362,318! 324,319!", name="right-shoe")
    p.shape("cloth", "262,74 284,63! 320,63! 342,74 347,100 344,150 346,206! 258,206! 260,150 257,100", name="tunic")
    p.shape("skin", "283,46! 284,64! 302,84! 320,64! 310,58 307,44!", name="neck")
    head = Place(292, 31, 12, 0.92)
    p.shape("brown", "18,-22 28,-33 40,-30 43,-18 36,-9 24,-9", head, name="bun")
    p.shape("skin", HEAD, head, name="head")
    p.shape("brown", "-21,4! -25,-12 -15,-32 6,-35 25,-25 28,-4 20.5,13! 18.5,0 13,-16! -4,-16.5 -17,-11", head,
            name="hair")
    face(p, head, "brown", look="down", cheeks="blush")
    p.lines(("70,226 62,318", "470,226 478,318"), stroke="brown", width=11)
    p.box("brown", 14, 206, 512, 20, 7, name="table")
    p.shape("paper", "32,192 38,181 78,177 118,184 128,196 118,205! 40,205!", name="pillow")
    p.shape("deep", "106,162 126,154 150,138 182,131 216,138 250,152 278,156 302,150 322,156 322,205! 150,205! 120,197",
            name="client")
    p.lines(("190,142 208,150 216,164", "228,186 238,181 244,173"), stroke="warm", width=1.6)
    head = Place(82, 163, -80, 0.94)
    p.shape("deep", HEAD, head, name="client-head")
    p.shape("black", "20,6! 24,-10 14,-28 -4,-32 -20,-26 -26,-8 -20.5,6! -18.5,-3 -17,-12 -9,-12! -3,-18 5,-13! 12,-17 18,-3", head,
            name="client-hair")
    face(p, head, cheeks="warm")
    p.shape("paper", "226,141! 246,149 266,150 288,141 318,137 348,144 380,161 420,171 454,167 490,180 514,191 522,205! 234,205! 223,176",
            name="sheet")
    p.lines(("406,170 394,184 390,198", "492,183 472,190 462,202"), stroke="cloth", width=1.6)
    p.shape("object", "240,147! 266,150 288,141 318,137 348,144 374,158! 380,172 383,187! 366,194 346,189 322,193 300,189 276,194 254,189 "
            "240,193! 236,170", name="towel")
    p.lines(("239,182 254,179 276,184 300,179 322,183 346,179 366,184 382,178",), stroke="paper", width=2.6)
    p.lines(("256,155 250,166 251,176", "358,156 364,166 364,176"), width=1.6)
    p.shape("deep", "158,141! 180,150 186,164 174,180 150,193 126,202 98,205 78,204! 78,190! 100,187 118,180 132,164 144,150",
            closed=False, name="client-arm")
    hand(p, Place(80, 197, 3, 0.88, True), "client-hand", "deep")
    pressing_arm(p, False, "left-hand")
    pressing_arm(p, True, "right-hand")
    p.shape("cloth", "284,64! 264,68 249,78 240,92 236,106! 250,113 271,110! 273,96 276,86!", closed=False, name="left-sleeve")
    p.shape("cloth", "320,64! 340,68 355,78 364,92 368,106! 354,113 333,110! 331,96 328,86!", closed=False, name="right-sleeve")
    return p


def warm_pack():
    p = Picture("warm-pack", "A warm pack on the buttock",
                "Shows how to use heat: a person who is awake holds a warm pack, wrapped in a towel, to the sore buttock.")
    p.shape("linen", "26,156! 518,156! 518,170! 516,175 510,178! 34,178! 28,175 26,170!", stroke=None, name="bed")
    p.line("30,156 514,156", stroke="cloth", width=1.6)
    p.shape("paper", "34,144 44,129 86,126 128,132 140,146 130,156! 44,156!", name="head-pillow")
    p.shape("skin", FOOT, Place(464, 144, -14, 0.94), name="foot")
    p.shape("dark", "248,104! 262,97 278,86 298,81 318,85 334,97 346,109 366,116 392,121 410,126 430,125 450,131 468,136! 469,155! 440,156 300,156! 250,156!",
            name="trousers")
    p.lines(("346,110 340,122 330,130", "408,126 400,131"), stroke="cloth", width=1.6)
    p.limb("skin", "104,114,15 128,119,14.5 160,126,19", name="neck")
    p.shape("ground", "138,126 142,106 158,97 182,93 220,100 246,103 262,97! 270,112 270,136 264,156! 150,156!", name="shirt")
    p.line("240,114 234,124 238,136", width=1.6)
    head = Place(102, 117, -76)
    p.shape("skin", HEAD, head, name="head")
    p.shape("gray", "20,4! 24,-10 14,-28 -4,-31 -20,-26 -25,-8 -20.5,4! -19,-4 -17,-15 -9,-21 0,-16! 9,-21 17,-15 19,-4", head,
            name="hair")
    face(p, head, "gray", "open")
    p.line("-8.5,13.6 -4,12 0,13 4,12 8.5,13.6", head, "gray", 3.6, name="moustache")
    p.limb("skin", "150,148,10 128,150,9.5 108,150,7", name="forearm", ends=(1, 0))
    hand(p, Place(111, 149.8, -2, 0.92, True), "hand")
    p.shape("object", "258,98 264,86 280,78 302,75 326,77 342,85 350,98 344,109 326,116 302,118 280,117 264,110", name="pack")
    p.shape("paper", "325,73! 300,70 276,73 260,82 252,97 259,112 277,121 302,123 326,121! 330,108 331,97 330,86", name="towel")
    p.lines(("316,73 321,97 317,120", "310,73 315,97 311,120"), stroke="cloth", width=2)
    p.line("260,88 256,98 262,108", width=1.6)
    p.limb("skin", "200,122,11.5 226,132,10.5 250,116,8.5 270,100,7", name="holding-arm", ends=(1, 0))
    hand(p, Place(268, 102, -24, 0.96), "holding-hand")
    p.shape("ground", "162,103! 184,99 204,105 220,114! 222,128 212,138! 190,134 170,126!", closed=False, name="sleeve")
    p.lines([f"{x},55 {x - 5},47 {x + 2},38 {x - 3},29" for x in (278, 300, 322)], width=2.4)
    return p


def walking():
    p = Picture("walking", "Walking",
                "Shows the break from sitting: a person takes a walk, and a clock counts half an hour.")
    floor(p, 26, 258, 321)
    p.line("184,146 214,317", width=8, name="cane")
    p.line("184,146 214,317", stroke="brown", width=4)
    p.limb("deep", "134,112,10 152,134,8.5 176,146,6.5", name="far-arm", ends=(1, 0))
    p.shape("deep", GRIP, Place(175, 145, 12, 0.92), closed=False, name="far-hand")
    p.lines(("20,-0.4 12,-1", "17.5,6 11,4.8", "16,-7 9,-6.6"), Place(175, 145, 12, 0.92), width=1.4)
    p.shape("ground", "120,88! 138,92 152,112 156,122! 146,134 134,134! 124,118!", closed=False, name="far-sleeve")
    shoe(p, Place(68, 284, 30, 0.96), "far-shoe")
    p.shape("dark", "98,172! 130,178! 120,220 108,246 94,268 79,293! 57,282! 68,256 78,238 83,212 88,190", name="far-leg")
    shoe(p, Place(164, 300, -5, 0.96), "near-shoe")
    p.shape("dark", "84,160! 141,160! 146,184 157,214 165,240 172,270 177,298! 152,301! 145,268 134,242 120,218 104,210 90,198 82,180",
            name="near-leg")
    head = Place(122, 40, 6, 0.98)
    p.shape("deep", PROFILE, head, name="head")
    p.shape("ground", "80,90 92,73! 103,74 116,73! 128,80 137,94 146,112 150,134 146,156 143,172! 82,172! 79,150 82,126 77,108", name="shirt")
    p.line("126,164 137,160 145,152", width=1.6)
    p.shape("gray", "18,-14! 20,-24 12,-33 0,-35 -14,-33 -25,-24 -30,-8 -28,8 -20,17! -10,12 -11,2 -7,-6 0,-9 4,-16 10,-17",
            head, name="hair")
    profile(p, head, brow="gray", cheeks="warm")
    p.line("8,-3 9,3 15,3.5 16.5,-2.5 8,-3 -6,-4", head, width=1.3, name="glasses")
    p.limb("deep", "80,126,10.5 65,148,8.5 50,168,6.5", name="near-arm", ends=(1, 0))
    hand(p, Place(52, 165.5, 124, 0.84), "near-hand", "deep")
    p.shape("ground", "92,84! 108,92 107,110 92,138! 78,138 66,126! 74,108 87,87!", closed=False, name="near-sleeve")
    p.disc("object", 232, 62, 50, "ink", name="clock")
    p.disc("paper", 232, 62, 41, "ink")
    p.shape("object", "232,30! 248,34.3 259.7,46 264,62 259.7,78 248,89.7 232,94!", name="half-hour")
    p.lines(("195,62 202,62",), width=3)
    p.lines(("232,62 232,96", "232,62 252,68"), width=4.4, name="hands")
    return p


def sitting():
    p = Picture("sitting", "Do not sit on a wallet",
                "Shows what not to do: a wallet in a back pocket lifts one side of the hips, which a red line shows. A red sign says no.")
    floor(p, 18, 274, 343)
    p.limb("deep", "78,124,13 58,164,11.5 60,196,10 82,226,8", name="left-arm")
    p.limb("deep", "200,138,12 232,176,11.5 232,204,10 214,226,8", name="right-arm")
    for name, chain, x, flip in (("left-leg", "104,240,24 60,248,22 46,266,19 46,296,15.5 48,328,12", 48, False),
                                 ("right-leg", "190,228,24 236,234,22 250,252,19 249,292,15.5 246,328,12", 246, True)):
        p.limb("dark", chain, name=name, ends=(1, 0))
        p.shape("black", "-11,-16! 12,-16! 13,-2 12,14! -27,14! -28,6 -20,0 -12,-4", Place(x, 328, 0, 1, flip), name=name + "-shoe")
    p.lines(("98,276 92,340", "202,276 208,340"), stroke="gray", width=9)
    p.box("gray", 74, 263, 152, 15, 7, name="seat")
    p.shape("dark", "84,200! 210,172! 224,188 233,206 234,226 224,243 198,250 169,249.5! 148,257 128,263 104,263.5 82,261 67,246 70,220",
            name="trousers")
    p.line("148,226 151,244 150,259", stroke="cloth", width=1.6)
    p.shape("deep", "125,58! 123,80 104,90! 138,104! 176,98! 158,90 154,60!", name="neck")
    p.shape("ground", "106,84! 138,100 176,95! 196,106 212,122 219,144 226,168! 207,174! 210,182! 148,200 82,210! 79,190 77,160! 55,146! 62,116 70,98 86,88",
            name="shirt")
    p.lines(("77,160 82,140 83,124", "207,174 202,158 201,142", "136,110 126,134 125,160 138,184"), width=1.6)
    head = Place(140, 50, 9)
    p.disc("deep", *head((-20.5, 4))[:2], 5, "ink")
    p.disc("deep", *head((20.5, 4))[:2], 5, "ink")
    p.shape("black", NAPE, head, name="hair")
    pocket = "158,226! 222,216! 226,247 220,253! 186,258.5 169,256!"
    p.shape("dark", pocket, name="pocket")
    p.shape("object", "161,196! 212,188! 220,241! 170,248.5!", name="wallet")
    p.line("164,203 211,195.5", width=1.6)
    p.shape("dark", pocket, stroke="cloth", width=1.6, name="pocket-front")
    tilt = "42,212 262,158"
    p.line(tilt, stroke="paper", width=7)
    p.line(tilt, stroke="red", width=3.6, name="tilt")
    p.disc("red", 250, 62, 30, name="not")
    p.lines(("238,50 262,74", "262,50 238,74"), stroke="paper", width=6, name="cross")
    return p


def sitting_well():
    p = Picture("sitting-well", "Sitting well",
                "Shows how to sit: hips back in the chair, back upright, both feet flat on the floor.")
    floor(p, 34, 254, 321)
    p.line("56,112 56,244! 186,244", stroke="gray", width=9, name="chair")
    p.lines(("58,244 53,317", "182,244 187,317"), stroke="gray", width=9)
    p.box("object", 57, 104, 15, 122, 7, "ink", name="backrest")
    shoe(p, Place(218, 298, 0, 0.96), "far-shoe")
    p.shape("dark", "150,200! 208,197 225,202 232,216 231,240 230,299! 206,299! 203,246! 176,232!", name="far-leg")
    head = Place(112, 42, 0, 0.98)
    p.shape("tan", PROFILE, head, name="head")
    p.shape("ground", "77,102 86,84 94,75! 104,77 115,76! 130,86 141,104 150,124 152,136 148,146! 153,164 155,186 152,208! 64,208! 64,188 74,158 75,126", name="shirt")
    p.line("148,146 141,148 135,145", width=1.6)
    p.shape("brown", "17.5,-13! 16,-27 3,-35 -14,-33 -26,-22 -29,-2 -31,18 -28,33 -18,37 -10,30! -13,16 -11,4 -8,-6! 0,-9 6,-15 11,-17",
            head, name="hair")
    profile(p, head, brow="brown", cheeks="flush")
    p.shape("dark", "65,202! 140,199! 176,192 209,196 223,212 221,240 217,299! 188,299! 185,262 178,245 150,241 108,241.5 80,241 64,226",
            name="near-leg")
    p.line("158,200 147,209 130,212", stroke="cloth", width=1.6)
    shoe(p, Place(203, 298, 0, 0.96), "near-shoe")
    p.limb("tan", "105,150,15 111,176,13.5 138,187,10.5 158,188.8,7.4", name="arm", ends=(1, 0))
    rest = Place(160, 189, 5, 0.98)
    p.shape("tan", REST, rest, closed=False, name="hand")
    p.lines(("5,-1 15,-2.5 22,0 21,3.5", "36.5,12 29,5"), rest, width=1.4)
    p.shape("ground", "90,94! 113,98 125,124 126,156! 108,165 88,159! 85,132 84,112!", closed=False, name="sleeve")
    return p


def back_lying():
    p = Picture("back-lying", "Lying on the back with pillows under the knees",
                "Shows where the pillows go: under the knees of a person who lies on the back.")
    bed(p, 14, 524, 158)
    p.shape("object", "302,150 308,141 360,136 424,138 441,143 445,150 438,156.5 416,158 330,158 309,156.5", name="lower-pillow")
    p.shape("object", "322,138 324,124 340,118 376,112 412,118 426,126 428,138 376,140", name="upper-pillow")
    p.shape("tan", FOOT, Place(468, 141, -76, 0.94), name="far-foot")
    p.shape("dark", "262,112 300,102 328,84 352,71 372,72 396,96 430,118 466,130! 470,140 440,146 396,130 366,110 320,140!",
            name="far-leg")
    p.shape("tan", FOOT, Place(484, 145, -80), name="foot")
    p.shape("dark", "262,112 300,107 334,92 364,78 386,82 412,106 446,124 482,136! 487,147 481,156! 440,152 406,136 384,122 352,134 316,156 274,158! 254,136",
            name="trousers")
    p.line("366,116 376,122 388,121", stroke="cloth", width=1.6)
    head = Place(82, 115, -84)
    p.shape("tan", PROFILE, head, name="head")
    p.shape("black", "18,-13! 16,-26 4,-33 -12,-32 -24,-20 -27,-2 -22,12! -14,9 -12,-5! -2,-10 2,-17 10,-17", head, name="hair")
    p.shape("black", "-9,6! -4,9 0,17 7,19.5 12.5,20.5 18.5,20.6! 18.5,27 13,31 3,30 -5,24.5! -8,15", head, name="beard")
    profile(p, head, "shut", cheeks="flush")
    p.shape("paper", "20,146 28,130 56,128 88,135 112,131 122,146 112,158! 30,158!", name="head-pillow")
    p.limb("tan", "184,112,9 212,103,8.5 238,101,6.2", name="far-forearm", ends=(1, 0))
    hand(p, Place(236, 101, 8, 0.8), "far-hand", "tan")
    p.shape("ground", "116,126 134,111 168,103 212,106 256,108 276,112! 286,136 276,158! 140,158! 119,150", name="shirt")
    p.line("268,118 262,127 264,136", width=1.6)
    p.limb("tan", "196,146,11 220,134,9 240,120,6.5", name="forearm", ends=(1, 0))
    hand(p, Place(237, 122, -30, 0.86), "hand", "tan")
    p.shape("ground", "146,118! 168,122 196,134 208,142! 208,156 196,158! 168,154 146,144!", closed=False, name="sleeve")
    return p


def water_and_tea():
    p = Picture("water-and-tea", "Water and tea", "Shows what to drink: a large glass of water, and a cup of tea.")
    p.line("14,150.5 172,150.5", stroke="gray", width=5)
    glass = "26,12! 98,12! 91,138! 89,145 82,148! 42,148! 35,145 33,138!"
    water = "27.8,38! 96.2,38! 91,138! 89,145 82,148! 42,148! 35,145 33,138!"
    p.shape("paper", glass, name="glass")
    p.shape("water", water, stroke=None, name="water")
    p.shape("object", "57,132! 75,-16! 82,-22! 106,-27! 107.5,-19! 84,-14! 66,133!", name="straw")
    p.shape(None, glass, name="rim")
    p.line("28,38 96,38")
    p.line("43,56 47,104", stroke="paper", width=3)
    p.line("152,108 165,107 169,117 164,126 151,130", width=7, name="handle")
    p.line("152,108 165,107 169,117 164,126 151,130", stroke="paper", width=3)
    p.shape("paper", "114,102! 153,102! 153,134 149,144 141,148! 126,148 118,144 114,134", name="cup")
    p.lines([f"{x},92 {x - 5},83 {x + 2},74 {x - 4},64" for x in (126, 142)])
    return p


def calendar_page():
    p = Picture("calendar-page", "A calendar page", "Shows the plan: one day on a calendar is marked for the visit.")
    p.box("paper", 8, 20, 184, 116, 10, "ink", name="page")
    p.shape("cloth", "8,56! 8,30! 11,23 18,20! 182,20! 189,23 192,30! 192,56!", name="head")
    p.lines(("54,8 54,32", "146,8 146,32"), width=5)
    for y in 80, 112:
        p.line(f"28,{y} 172.5,{y}", width=6, dash=(0, 24))
    p.disc("object", 124, 112, 12, "ink", name="visit")
    p.line("119,111 123,116! 131,106", width=2.6)
    return p


BODY = ("0,50! 9.5,52 10.5,70 21,80 41,86 57,93 66,108 69.5,130 72.5,154 78,184 84,214 87.5,236 93,246 98,258 100.5,271 99.5,285 97,291.5 "
        "93.8,289! 92.8,295 89.6,297.5 87,292.5! 86,296 83,296 81,289 81,275! 79.5,280 76,282 73,277 72.5,262 76,241 68,212 59,186 50,140! "
        "46,166 43,204 49,236 56,262 56,288 49,334 37,374 39,402 32,440 ")
CROTCH = " 8.5,446 6,412 7.5,376 5,330 2,284 0,272!"
FRONT_FEET = BODY + "27.5,455 30,467 39,483 43,491 40,496.5 30,498 17,497 10,491 9.5,474 11.5,458" + CROTCH
BACK_FEET = BODY + "28,455 28.5,466 33,474 41,483 41,488.5 33,490.5 25,492 13,491.5 9,483 10.5,471 11.5,458" + CROTCH
SHORTS = "0,234! 48.5,234! 52.5,248 56,262 56.3,280 54.2,304! 28,308 3.4,305! 0,272!"


def body_lines(p, middle, behind):
    half = ["93.8,289 92.5,276", "87,292.5 86.8,278"]
    half += ["27,472 27.5,482 25,491", "20,124 30,132 30,148", "14,378 22,380 30,377"] if behind else \
        ["8,94 24,95 40,92", "14,372 22,376 30,371", "12,494 15.5,488 20,495! 22.5,490 26,495! 28.5,490.5 31.5,495! 34,491 37.5,494"]
    for flip in False, True:
        p.lines(half, Place(middle, 0, flip=flip), "shade", 1.5)
    if behind:
        p.line(f"{middle},100 {middle},226", stroke="shade", width=1.5)


def pain_map():
    p = Picture("pain-map", "Where it may hurt",
                "Shows where the pain may be: low back, buttock and back of the thigh, down to the calf.")
    p.shape("skin", mirrored(BACK_FEET, 95), name="body")
    p.shape("ground", mirrored(SHORTS, 95), name="shorts")
    body_lines(p, 95, True)
    p.shape("black", NAPE, Place(95, 32, 0, 1.05), name="hair")
    p.shape("rose", "108,262 116,246 130,243 141,252 145,268 142,286 136,304 132,326 129,356 128,386 127,416 123,440 117,450 112,440 110,416 110,386 110,356 110,326 107,300 105,280",
            stroke="red", dash=(5, 4), name="pain")
    p.shape("rose", "84,206 100,198 122,200 128,210 118,219 98,218", stroke="red", dash=(5, 4), name="low-back")
    p.lines(("95,236 95,272", "95,280 82,291 62,293 47,285", "95,280 108,291 128,293 143,285"), stroke="cloth", width=1.8)
    p.point("left", 24, 200)
    p.point("right", 166, 200)
    return p


def body_outline():
    p = Picture("body-outline", "A body, front and back", "Is there to mark where it hurts: a body from the front and from behind.")
    for middle, feet in (98, FRONT_FEET), (306, BACK_FEET):
        p.shape("paper", mirrored(feet, middle))
        p.shape("paper", mirrored(SHORTS, middle))
        if feet is FRONT_FEET:
            p.shape("paper", HEAD, Place(middle, 33, 0, 1.08))
        body_lines(p, middle, feet is BACK_FEET)
    p.shape("black", "-20.5,3! -25,-12 -16,-30 3,-33 18,-27 25,-10 20.5,3! 18,-8 12,-14! -2,-11 -15,-13! -18,-7", Place(98, 33, 0, 1.08),
            name="front-hair")
    face(p, Place(98, 33, 0, 1.08), look="ahead", cheeks=None)
    p.disc("ink", 98, 214, 2.2, name="navel")
    p.shape("black", NAPE, Place(306, 33, 0, 1.08), name="back-hair")
    p.lines(("306,236 306,272", "306,280 293,291 272,293 257,285", "306,280 319,291 340,293 355,285"), stroke="cloth", width=1.8)
    p.point("front", 86, 20)
    p.point("right", 36, 130)
    p.point("right-back", 366, 130)
    p.point("back", 318, 20)
    return p


def saddle():
    p = Picture("saddle", "The area that sits on a saddle",
                "Shows where numbness is an emergency: between the legs, around the anus and on the inner thighs.")
    legs = "0,-40! 52,-40! 56,-20 68,4 80,30 90,58 99,96 106,142! 38,142! 30,114 18,94 0,86!"
    p.shape("skin", mirrored(legs, 110), stroke=None, name="body")
    p.shape("ground", mirrored("0,-10! 60.5,-10! 68,4 80,30 88,52! 66,66 42,82 25,104! 16,93 0,86!", 110), stroke=None, name="shorts")
    p.lines(("49,-10 171,-10", "198,52 176,66 152,82 135,104", "22,52 44,66 68,82 85,104"), width=WEIGHT)
    p.shape("rose", mirrored("0,34! 16,38 29,52 39,74 47,98 52,118 48,131 36.5,134! 30,114 18,94 0,86!", 110), stroke="red", width=4,
            dash=(7, 6), name="numb")
    p.line("110,4 110,86", stroke="shade", width=2)
    half = ["52,-40! 56,-20 68,4 80,30 90,58 99,96 106,142!", "38,142! 30,114 18,94 0,86!"]
    for flip in False, True:
        p.lines(half, Place(110, 0, flip=flip), "ink", WEIGHT)
    return p


PICTURES = (massage, side_lying, warm_pack, walking, sitting, sitting_well, back_lying, water_and_tea, calendar_page,
            pain_map, body_outline, saddle)


def main():
    folder, wanted = sys.argv[1], sys.argv[2:]
    for draw in PICTURES:
        picture = draw()
        if not wanted or picture.name in wanted:
            with open(os.path.join(folder, picture.name + ".svg"), "w", encoding="utf-8") as f:
                f.write(picture.svg())


if __name__ == "__main__":
    main()
