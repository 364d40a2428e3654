"""Draws the figures of assets/illustrations: `figures.py FOLDER [NAME...]`. The rules are in assets/README.md. It takes a
quarter of a minute."""
import os
import sys

from pen import Picture, Place, points

HEAD = "0,-27 13,-24 20,-12 20,2 15.5,15 8,24.5 0,27 -8,24.5 -15.5,15 -20,2 -20,-12 -13,-24"
NAPE = "0,-27 14,-24 21,-10 20.5,6 14,17 8,21! -8,21! -14,17 -20.5,6 -21,-10 -14,-24"
PROFILE = ("2,-27 12,-23 17.5,-14 17.2,-6 17.2,-3! 22.8,6 22,9 17.5,10.2! 19.2,13 17.6,15.5! 18.8,18 17,20.3! 17.6,25 13,28 "
           "5,27 -4,22! -5,38! -23,38! -20,16 -22,-2 -20,-16 -11,-25")
# The ankle is at 0,0 and the leg comes from -x; the toes point to +y.
FOOT = "-10,-9 2,-9.5 10,-11 15.5,-6 21,1.5 31,8 38,13.5 37,19.5 30,20.5 18,15.5 8,12 -10,9"
# The back of a hand: the wrist is at 0,0, the fingers point to +x, the thumb to -y.
HAND = ("-8,-7.6 4,-8 10,-13.5 17,-17.5 21,-15 16.5,-8! 26,-8.2 34.5,-7.4 37,-4.8 34.5,-2.4! 38.5,-1.2 39,1.6 35.5,2.8! "
        "37,4.6 35.5,7.2 31,7.6! 30.5,9.8 25,10.4 14,9 6,8.4 -8,7.6")
FIST = "-8,-7.6 2,-7.4 7,-8.6 14,-8.4 19,-4 20,3 15,8 6,8.6 -8,7.6"


def face(p, place, hair="black", look="shut"):
    p.lines(("-13.5,10 -10.5,11", "10.5,11 13.5,10"), place, "blush", 4)
    if look == "shut":
        p.lines(("-13,2 -8.5,5 -4.5,3", "4.5,3 8.5,5 13,2"), place)
    else:
        p.lines(("-13,3.5 -8.5,1.8 -4.5,3", "4.5,3 8.5,1.8 13,3.5"), place)
        p.lines(("-7.5,4.6 -7.5,5", "9.5,4.6 9.5,5"), place, width=4)
    p.lines(("-13.5,-5 -9,-7.5 -4.5,-6", "4.5,-6 9,-7.5 13.5,-5"), place, hair)
    p.lines(("0.5,2 3.2,9.5 -1,10.8", "-6.5,16.5 0,19.3 6.5,16.2"), place)


def profile(p, place, look="open", brow="black"):
    p.line("6,9.5 9.5,10.5", place, "blush", 4)
    if look == "open":
        p.line("12,-1.2 12,-0.8", place, width=3.6)
    else:
        p.line("8,-0.5 11.5,2.2 15,0.8", place)
    p.line("8.5,-7.5 12.5,-9.5 16.5,-8", place, brow, 1.8)
    p.lines(("10.5,14.8 12.5,17.4 17.6,15.5", "-3,-2 -7,-4 -9.5,0 -7.5,5 -4.5,8"), place, width=1.6)


def hand(p, place, name=None):
    p.shape("skin", HAND, place, closed=False, name=name)
    p.lines(("34.5,-2.4 24,-2.8", "35.5,2.8 24,1.8", "31,7.6 23,5.8"), place, width=1.4)


def fist(p, place, name):
    p.shape("skin", FIST, place, closed=False, name=name)
    p.line("3,-2 9,-3.5 13,1", place, width=1.4)


def pressing_arm(p, flip, name):
    """A forearm and a flat hand that presses, of one who stands with straight back and bent elbows."""
    arm = Place(300, 0, flip=flip)
    p.limb("skin", "-49,108,11 -57,130,10 -40,153,7.5", arm, ends=(1, 0))
    hand(p, Place(*arm((-40, 152)), -24 if flip else 24, 1.1, flip), name)


def bed(p, left, right, y):
    p.box("ground", left, y, right - left, 22, 8, name="bed")
    p.line(f"{left + 4},{y} {right - 4},{y}", stroke="cloth", width=1.6)


def floor(p, left, right, y):
    p.line(f"{left},{y} {right},{y}", stroke="ground", width=5, name="floor")


def mirrored(line, middle):
    half = points(line)
    return [(middle + x, y, c) for x, y, c in half] + [(middle - x, y, c) for x, y, c in half[::-1]]



def side_lying():
    p = Picture("side-lying", "Lying on the side with a pillow between the knees",
                "Shows where the pillow goes: between the knees of a person who sleeps on one side.")
    p.shape("ground", "34,116! 522,116! 560,232! 560,262 555,268 546,268.5! 6,268.5! -2,268 -7,262 -7,232!", stroke=None, name="bed")
    p.line("-5,232 558,232", stroke="cloth", width=1.6)
    p.shape("paper", "16,108 28,86 68,80 110,88 130,108 134,132 122,152 80,157 36,154 18,136", name="head-pillow")
    p.shape("skin", FOOT, Place(452, 200, 8), name="lower-foot")
    p.shape("dark", "262,120! 320,128 372,172! 410,178 454,184! 458,209! 416,218 386,226 360,229 340,223 326,207 304,186 272,156",
            name="lower-leg")
    p.shape("object", "302,170 310,149 344,142 400,138 440,120 486,98 506,103 515,126 514,154 500,174 456,186 412,196 366,207 328,206 306,192",
            name="pillow")
    p.lines(("312,186 350,189 412,176 470,164 507,148", "492,116 502,110", "318,166 310,160"), width=1.4)
    p.shape("skin", FOOT, Place(448, 112, 8), name="upper-foot")
    p.shape("dark", "300,63! 326,66 350,85 376,116! 402,101 450,98! 455,122! 416,135 388,147 364,158 346,157 332,143 304,133 262,126! 280,80", name="upper-leg")
    p.lines(("376,116 368,121 364,129", "314,114 330,120 340,130"), stroke="cloth", width=1.6)
    p.limb("skin", "208,171,12 174,172,10 138,163,7", name="lower-forearm", ends=(1, 0))
    hand(p, Place(141, 164, 10, 0.92, True), "lower-hand")
    p.shape("cloth", "184,140! 236,140! 235,166 222,184 199,184! 195,160!", name="lower-sleeve")
    p.limb("skin", "160,106,26 128,104,19 96,103,16", name="neck")
    p.shape("cloth", "136,80 152,67 186,68 236,81 282,62 304,66! 312,98 302,138! 268,150 220,151 170,154 140,147 124,120",
            name="shirt")
    p.line("226,88 232,96 230,106", width=1.6)
    p.line("262,142 270,132 284,126", width=1.6)
    head = Place(90, 102, -82)
    p.shape("brown", "21,8! 26,-12 15,-30 -4,-33 -22,-28 -32,-12 -37,8 -36,28 -29,40 -22,34 -20,16!", head)
    p.shape("skin", HEAD, head, name="head")
    p.shape("brown", "20.5,10! 24,-8 15,-28 -2,-33 -20,-27 -27,-8 -24,14! -19,0 -12,-12 3,-17! 12,-13 18,-3", head,
            name="hair")
    face(p, head, "brown")
    p.limb("skin", "202,124,12 186,142,9.5 168,156,7", name="forearm", ends=(1, 0))
    hand(p, Place(170, 154, -36, 0.92, True), "hand")
    p.shape("cloth", "150,84! 164,71 184,82 208,104 218,120 212,134! 202,143 188,135! 172,118 156,108!", closed=False,
            name="sleeve")
    return p


def massage():
    p = Picture("massage-table", "A massage",
                "Shows what a visit is like: a therapist rests both hands on the hip of a person who lies at ease under a sheet.")
    floor(p, 30, 510, 321)
    p.shape("dark", "296,200! 342,200! 342,240 348,274 350,304! 321,306! 317,276 308,240", name="right-leg")
    p.shape("dark", "264,200! 306,200! 302,240 293,276 288,308! 258,308! 260,272 264,240", name="left-leg")
    p.shape("black", "262,307! 285,307! 287,319! 246,319! 248,313 256,311", name="left-shoe")
    p.shape("black", "324,305! 346,304! 350,309 358,311 360,318! 322,319!", name="right-shoe")
    p.line("296,262 286,268 276,270", stroke="cloth", width=1.6)
    p.shape("cloth", "264,90 284,75! 320,74! 340,88 346,110 343,150 346,206! 256,206! 257,150 258,112", name="tunic")
    p.shape("skin", "281,60! 282,76! 300,95! 318,76! 308,70 305,56!", name="neck")
    head = Place(288, 44, 14, 0.9)
    p.shape("black", "18,-24 28,-36 42,-34 46,-20 38,-10 24,-10", head, name="bun")
    p.shape("skin", HEAD, head, name="head")
    p.shape("black", "-21,4! -25,-12 -15,-32 6,-35 25,-25 28,-4 20.5,13! 18.5,0 13,-16! -4,-16.5 -17,-11", head,
            name="hair")
    face(p, head, look="down")
    p.line("70,226 70,314", stroke="ground", width=11)
    p.line("470,226 470,314", stroke="ground", width=11)
    p.box("ground", 14, 204, 512, 20, 8, name="table")
    p.line("18,204 522,204", stroke="cloth", width=1.6)
    p.shape("paper", "42,192 48,182 84,179 118,184 128,196 118,204! 50,204!", name="pillow")
    p.shape("skin", "108,166 128,160 152,146 178,142 214,148 250,160 278,162 302,150 322,160 322,204! 150,204! 122,198",
            name="client")
    p.line("186,150 206,156 216,168", stroke="shade", width=1.6)
    head = Place(84, 168, -80, 0.94)
    p.shape("skin", HEAD, head, name="client-head")
    p.shape("black", "20,6! 24,-10 14,-28 -4,-32 -20,-26 -26,-8 -20.5,6! -18.5,-3 -17,-12 -9,-12! -3,-18 5,-13! 12,-17 18,-3", head,
            name="client-hair")
    face(p, head)
    p.shape("skin", "152,158! 170,160 180,172 176,188 162,202 138,205 106,203! 106,190! 128,188 142,180!", closed=False,
            name="client-arm")
    hand(p, Place(106, 196.5, -2, 0.88, True), "client-hand")
    p.shape("paper", "222,150! 250,157 278,158 300,147 326,143 350,157 392,168 426,175 456,168 490,180 514,192 522,204! 226,204! 217,178",
            name="sheet")
    p.lines(("237,156 232,180 240,202", "392,170 376,182 368,196", "494,184 472,190 462,201"), stroke="cloth", width=1.5)
    p.shape("object", "240,155! 258,159 280,157 300,147 324,143 344,152 362,160! 368,178 370,192! 340,184 302,181 266,184 236,191! 237,172", name="towel")
    p.lines(("237,183 266,176 302,173 340,176 369,184",), width=1.4)
    pressing_arm(p, False, "left-hand")
    pressing_arm(p, True, "right-hand")
    p.shape("cloth", "283,76! 264,83 248,93 238,106 232,121! 248,129 265,125! 272,108!", closed=False, name="left-sleeve")
    p.shape("cloth", "321,75! 340,83 354,93 363,106 368,121! 352,129 335,125! 330,108!", closed=False, name="right-sleeve")
    return p


def warm_pack():
    p = Picture("warm-pack", "A warm pack on the buttock",
                "Shows where the pack goes: wrapped in a towel, on the sore buttock of a person who lies face down.")
    bed(p, 28, 524, 156)
    p.shape("paper", "34,144 44,129 86,126 128,132 140,146 130,156! 44,156!", name="head-pillow")
    p.shape("skin", FOOT, Place(478, 139, -8), name="foot")
    p.shape("dark", "296,90 324,86 346,98 362,110 386,117 414,122 446,118 480,130! 482,141 478,151! 430,156 380,156 296,156! 276,138",
            name="trousers")
    p.limb("skin", "104,114,15 128,119,14.5 160,126,19", name="neck")
    p.shape("cloth", "138,126 142,106 158,97 182,93 220,100 258,110 288,95 312,88! 319,110 306,156! 150,156!", name="shirt")
    head = Place(102, 117, -80)
    p.shape("skin", HEAD, head, name="head")
    p.shape("gray", "20,4! 24,-10 14,-28 -4,-31 -20,-26 -25,-8 -20.5,4! -19,-4 -17,-15 -9,-21 0,-16! 9,-21 17,-15 19,-4", head,
            name="hair")
    p.line("-7,-11.5 0,-10.5 7,-11.5", head, "shade", 1.5)
    face(p, head, "gray")
    p.line("-8.5,13.6 -4,12 0,13 4,12 8.5,13.6", head, "gray", 3.6, name="moustache")
    p.limb("skin", "158,142,12 128,149,10 108,150,7", name="forearm", ends=(1, 0))
    hand(p, Place(111, 149.8, -2, 0.92, True), "hand")
    p.shape("cloth", "164,109! 185,114 189,134 175,150 158,157! 139,138! 146,122!", closed=False, name="sleeve")
    p.shape("ground", "255,104! 270,96 288,87 308,79 325,76.5 344,83 360,95 383,107! 393,139! 366,127 340,108 322,103 300,108 280,122 250,133!",
            name="towel")
    p.lines(("258,118 256,129", "378,116 385,134"), width=1.6)
    p.shape("object", "264,96! 262,85! 282,70 305,67! 325,60 347,70! 367,76 380,92! 373,100! 360,93 344,81 325,74.5 308,77 288,85 270,94", name="pack")
    p.lines(("305,67 309,77", "347,70 341,80"), width=1.6)
    p.lines([f"{x},53 {x - 5},45 {x + 2},37 {x - 3},29" for x in (304, 325, 346)], width=2.4)
    return p


def walking():
    p = Picture("walking", "Walking", "Shows the break from sitting: a person takes a walk, and a clock tells the time.")
    floor(p, 26, 232, 321)
    p.limb("skin", "134,112,10 152,132,8.5 172,142,6.5", name="far-arm", ends=(1, 0))
    fist(p, Place(173, 142.4, 22, 0.86), "far-hand")
    p.shape("cloth", "120,88! 138,92 152,112 156,122! 146,134 134,134! 124,118!", closed=False, name="far-sleeve")
    p.shape("dark", "98,172! 130,178! 118,220 106,246 88,268 70,291! 50,279! 64,256 76,238 82,212 88,190", name="far-leg")
    p.shape("black", "52,280! 69,290! 74,298 84,305 93,312 89,318 78,318 63,309 51,298 45,288", name="far-shoe")
    p.shape("dark", "84,160! 140,160! 146,184 158,214 167,240 176,270 184,294! 162,299! 152,268 140,242 124,218 106,210 90,198 82,180",
            name="near-leg")
    p.shape("black", "163,299! 183,294! 192,296 204,293 213,293 214,300 206,306 188,313 170,318 162,316 159,307",
            name="near-shoe")
    head = Place(118, 44, 4, 0.88)
    p.shape("skin", PROFILE, head, name="head")
    p.shape("cloth", "83,88 94,71! 103,72.5 112,74! 124,79 133,90 140,106 147,132 143,154 143,172! 82,172! 80,150 84,126 79,106", name="shirt")
    p.line("126,164 136,160 143,152", width=1.6)
    p.shape("black", "18,-14! 20,-24 12,-34 0,-37 -12,-36 -24,-30 -32,-18 -34,-4 -32,10 -24,20 -14,19 -9,10! -11,2 -7,-6 0,-9 4,-16 10,-17",
            head, name="hair")
    profile(p, head)
    p.limb("skin", "78,126,10.5 66,146,8.5 58,166,6.5", name="near-arm", ends=(1, 0))
    fist(p, Place(57.8, 166.5, 110, 0.86), "near-hand")
    p.shape("cloth", "92,82! 108,90 108,108 92,137! 78,139 66,127! 74,108 87,85!", closed=False, name="near-sleeve")
    p.disc("object", 208, 54, 36, "ink", name="clock")
    p.disc("paper", 208, 54, 27, "ink")
    p.line("208,37 208,54! 221,62", width=3.4)
    return p


def sitting():
    p = Picture("sitting", "Sitting on a wallet tilts the hips",
                "Shows what a wallet in a back pocket does: it lifts one side of the hips, and the spine bends.")
    floor(p, 26, 258, 321)
    p.shape("dark", "96,266! 128,266! 126,306! 100,306!")
    p.shape("dark", "158,266! 190,266! 186,306! 160,306!")
    p.shape("black", "99,306! 127,306! 129,318! 94,318! 96,311")
    p.shape("black", "159,306! 187,306! 190,311 192,318! 157,318!")
    p.line("62,270 50,314", stroke="ground", width=10)
    p.line("222,270 234,314", stroke="ground", width=10)
    p.box("ground", 34, 258, 216, 17, 8, name="seat")
    p.line("40,258 244,258", stroke="cloth", width=1.6)
    for x, flip in (68, False), (216, True):
        arm = Place(x, 0, flip=flip)
        p.limb("skin", "16,148,12 0,184,10 -12,230,7.5", arm, ends=(1, 0))
        hand(p, Place(*arm((-12, 230)), -97 if flip else 97, 0.8, flip))
    p.shape("dark", "90,203! 198,184! 210,194 219,210 218,225 206,233 180,235 157,239! 144,254 132,257.6 110,258.5 86,256 75,241 78,216",
            name="trousers")
    p.line("90,226! 122,221! 125,240 121,245! 97,249 92,245! 90,226!", stroke="cloth", width=1.6)
    p.shape("skin", "128,54! 126,76 112,86! 142,98! 170,86! 156,76 154,54!", name="neck")
    p.shape("cloth", "114,83! 142,91 168,84! 189,92 202,105 207,128 213,152! 195,160! 193,176 199,188! 142,199 88,208! 89,180 92,163! 71,153! 77,126 82,104 95,91",
            name="shirt")
    p.line("92,163 95,142 94,124", width=1.6)
    p.line("195,160 192,142 192,124", width=1.6)
    p.disc("skin", 121, 48, 5, "ink")
    p.disc("skin", 163, 48, 5, "ink")
    p.shape("black", NAPE, Place(142, 44, 2), name="hair")
    p.line("142,104 135,126 132,148 134,172 142,192", stroke="paper", width=3.4, dash=(0.2, 7), name="spine")
    p.shape("dark", "159,212! 212,205! 220,238 215,258! 173,258! 163,244", name="pocket")
    p.line("161,219 213,212", stroke="cloth")
    p.shape("object", "168,226! 208,221! 213,251! 175,256!", name="wallet")
    p.line("170,237 210,232", width=1.4)
    p.line("14,192 270,192", stroke="paper", width=4)
    p.line("14,192 270,192", width=1.6, name="level", dash=(5, 5))
    p.line("14,214 270,170", stroke="paper", width=5)
    p.line("14,214 270,170", stroke="red", width=2.8, name="tilt")
    p.lines(("256,189 256,177", "251,181 256,176 261,181"), stroke="red", width=2.4, name="arrow")
    return p


def sitting_well():
    p = Picture("sitting-well", "Sitting well",
                "Shows how to sit: hips back in the chair, back upright, both feet flat on the floor.")
    floor(p, 26, 248, 321)
    p.line("68,112 68,245! 186,245", stroke="gray", width=13, name="chair")
    p.lines(("70,244 66,314", "182,244 188,314"), stroke="gray", width=9)
    p.shape("dark", "150,200! 206,198 222,202 228,216 226,240 225,304! 202,304! 200,246! 176,232!", name="far-leg")
    p.shape("object", "202,303! 226,303! 232,309 244,313 248,318! 200,318!", name="far-shoe")
    head = Place(110, 44, 0, 0.94)
    p.shape("skin", PROFILE, head, name="head")
    p.shape("cloth", "81,96 89,75! 98,74.5 107,75! 119,78 128,88 133,106 134,132 130,164 138,208! 74,208! 73,190 79,162 76,136 77,114", name="shirt")
    p.disc("gray", *head((-27, -6))[:2], 9.5, "ink", name="bun")
    p.shape("gray", "17.5,-13! 16,-26 4,-34 -12,-32 -24,-20 -25,-2 -19,12! -11,8 -10,-4! -2,-8 4,-14 10,-16", head,
            name="hair")
    profile(p, head, brow="gray")
    p.line("8,-3 9,3 15,3.5 16.5,-2.5 8,-3 -6,-4", head, width=1.3, name="glasses")
    p.shape("dark", "74,204! 136,202! 176,199 204,200 214,212 213,240 211,304! 187,304! 187,258 182,240 150,239 108,240 82,238 71,224",
            name="near-leg")
    p.line("136,203 126,212 112,216", stroke="cloth", width=1.6)
    p.shape("object", "187,303! 211,303! 217,309 229,313 233,318! 185,318!", name="near-shoe")
    p.limb("skin", "106,150,11 109,172,9.5 132,191,8 151,195,6.5", name="arm", ends=(1, 0))
    hand(p, Place(150, 194.8, 9, 0.82), "hand")
    p.shape("cloth", "92,90! 112,98 120,124 122,152! 108,160 92,156! 90,130 86,104!", closed=False, name="sleeve")
    return p


def back_lying():
    p = Picture("back-lying", "Lying on the back with pillows under the knees",
                "Shows where the pillows go: under the knees of a person who lies on the back.")
    bed(p, 14, 524, 158)
    p.shape("object", "306,158! 302,148 308,140 360,136 424,138 440,142 444,150 440,158!", name="lower-pillow")
    p.shape("object", "322,138 324,124 340,118 376,112 412,118 426,126 428,138 376,140", name="upper-pillow")
    p.shape("skin", FOOT, Place(484, 145, -80), name="foot")
    p.shape("dark", "262,112 300,107 334,92 364,78 386,82 412,106 446,124 482,136! 487,147 481,156! 440,152 406,136 384,122 352,134 316,156 274,158! 254,136",
            name="trousers")
    p.line("366,116 376,122 388,121", stroke="cloth", width=1.6)
    head = Place(82, 115, -84)
    p.shape("skin", PROFILE, head, name="head")
    p.shape("brown", "18,-13! 16,-26 4,-33 -12,-32 -24,-20 -27,-2 -22,12! -14,9 -12,-5! -2,-10 2,-17 10,-17", head, name="hair")
    p.shape("brown", "1,27! 3,21 9,18.5 13,20.5 18.5,20! 18.5,27 13,31 6,30", head, name="beard")
    profile(p, head, "shut", "brown")
    p.shape("paper", "20,146 28,130 56,128 88,135 112,131 122,146 112,158! 30,158!", name="head-pillow")
    p.shape("cloth", "116,126 134,111 168,103 212,106 256,108 276,112! 286,136 276,158! 140,158! 119,150", name="shirt")
    p.line("268,118 262,127 264,136", width=1.6)
    p.limb("skin", "196,146,11 220,134,9 240,120,6.5", name="forearm", ends=(1, 0))
    hand(p, Place(237, 122, -30, 0.86), "hand")
    p.shape("cloth", "146,118! 168,122 196,134 208,142! 208,156 196,158! 168,154 146,144!", closed=False, name="sleeve")
    return p


def water_and_tea():
    p = Picture("water-and-tea", "Water and tea", "Shows what to drink: a glass of water or a cup of tea.")
    p.line("24,152 166,152", stroke="ground", width=9)
    p.shape("paper", "30,18! 92,18! 86,140! 84,146 78,148! 44,148! 38,146 36,140!", name="glass")
    p.shape("water", "33,50! 89,50! 84,138! 83,143 76,146! 46,146! 39,143 38,138!", stroke=None, name="water")
    p.shape(None, "30,18! 92,18! 86,140! 84,146 78,148! 44,148! 38,146 36,140!", name="rim")
    p.line("33.5,50 88.5,50")
    p.line("46,66 49,112", stroke="paper", width=2.6)
    p.line("150,102 166,101 171,112 165,122 149,127", width=8, name="handle")
    p.line("150,102 166,101 171,112 165,122 149,127", stroke="object", width=3.8)
    p.shape("object", "108,94! 152,94! 152,132 147,144 138,148! 122,148 113,144 108,132", name="cup")
    p.lines([f"{x},84 {x - 5},75 {x + 2},66 {x - 4},56" for x in (122, 138)])
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


BODY = ("0,50! 9.5,52 10.5,70 21,80 41,86 57,93 66,108 69,130 71,154 75,184 81,214 84,238 91,253 94,270 92,285 87,292 "
        "82,286 80.5,263! 78.5,276 75,281 71.5,277 72,260 74,243 66,212 58,186 50,140! 47,166 39,206 46,238 52,262 51,290 45,334 "
        "35,374 37,402 31,440 ")
CROTCH = " 8.5,446 6,412 7.5,376 5,330 2,284 0,272!"
FRONT_FEET = BODY + "26,455 27.5,466 36,482 34,489 24,491 12,489 10,474 11.5,458" + CROTCH
BACK_FEET = BODY + "25,453 27,460 25.5,468 31,477 33,484 27,488 14,489.5 10,482 11,470 9,461 10.5,453" + CROTCH
SHORTS = "0,234! 45,234! 48.5,246 51.5,260 52,275 49.6,302! 27,306 3.4,303! 0,272!"


def body_lines(p, middle, behind):
    half = ["90,273 88,285", "86.5,272 85,287", "83,272 82.5,284"]
    half += ["24,472 24.5,481 22,488", "20,124 30,132 30,148", "14,378 22,380 30,377"] if behind else \
        ["8,94 24,95 40,92", "14,372 22,376 30,371", "12,487 14.5,481 19,487! 22,482 25,487! 28,483 32,487"]
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
    p.shape("rose", "112,256 126,243 138,254 141,276 137,310 131,350 125,386 124,410 118,420 112,410 111,386 110,350 108,310 106,280",
            stroke="red", dash=(5, 4), name="pain")
    p.shape("rose", "84,206 100,198 122,200 128,210 118,219 98,218", stroke="red", dash=(5, 4), name="low-back")
    p.disc("red", 125, 266, 9, name="worst")
    p.point("left", 24, 200)
    p.point("right", 166, 200)
    return p


def body_outline():
    p = Picture("body-outline", "A body, front and back", "Is there to mark where it hurts: a body from the front and from behind.")
    for middle, feet in (98, FRONT_FEET), (306, BACK_FEET):
        p.shape("paper", mirrored(feet, middle))
        p.shape("ground", mirrored(SHORTS, middle))
        p.shape("paper", HEAD, Place(middle, 33, 0, 1.08))
        body_lines(p, middle, feet is BACK_FEET)
    p.lines(("89.5,31 92.5,32 95.5,31", "100.5,31 103.5,32 106.5,31", "93,45 98,47 103,45"), stroke="shade", width=1.5)
    p.point("front", 86, 20)
    p.point("right", 38, 130)
    p.point("right-back", 366, 130)
    p.point("back", 318, 20)
    return p


PICTURES = (massage, side_lying, warm_pack, walking, sitting, sitting_well, back_lying, water_and_tea, calendar_page,
            pain_map, body_outline)


def main():
    folder, wanted = sys.argv[1], sys.argv[2:]
    for draw in PICTURES:
        picture = draw()
        if not wanted or picture.name in wanted:
            with open(os.path.join(folder, picture.name + ".svg"), "w", encoding="utf-8") as f:
                f.write(picture.svg())


if __name__ == "__main__":
    main()
