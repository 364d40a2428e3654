"""Logos as drawing programs export them, written by us in the manner of each: `makers.py FOLDER` writes them all.

What is shown is always made of the same few marks, so that a look tells whether all is there: a circle, a triangle on it,
and two bars."""
import base64
import os
import struct
import sys
import zlib

import siblings

GREEN, GOLD, RED, BLUE = "#0b5f5a", "#f0c000", "#c02040", "#2040c0"
SVG = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
DOCTYPE = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'


def marks(circle="", triangle="", upper="", lower=""):
    return (f'<circle cx="50" cy="50" r="40" {circle}/><path d="M50 20 80 70H20z" {triangle}/>'
            f'<rect x="110" y="20" width="80" height="25" {upper}/><rect x="110" y="55" width="80" height="25" {lower}/>')


def attributes(pattern, values):
    return marks(*(pattern % v for v in values))


def filled(kind="fill"):
    return marks(*(f'{kind}="{c}"' for c in (GREEN, GOLD, RED, BLUE)))


def classed(prefix, numbers=(0, 1, 2, 3)):
    return marks(*(f'class="{prefix}{n}"' for n in numbers))


def sheet(prefix, numbers=(0, 1, 2, 3), more=""):
    return "".join(f".{prefix}{n}{{fill:{c};{more}}}\n" for n, c in zip(numbers, (GREEN, GOLD, RED, BLUE)))


def png(width, height, pixel):
    rows = b"".join(b"\0" + b"".join(bytes(pixel(x, y)) for x in range(width)) for y in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)) + chunk(
        b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def picture():
    """Two fields and a clear one."""
    data = png(24, 12, lambda x, y: (192, 32, 64, 255) if x < 12 else (32, 64, 192, 255) if y < 6 else (0, 0, 0, 0))
    return "data:image/png;base64," + base64.b64encode(data).decode()


AI = "<!-- Generator: Adobe Illustrator 27.5.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->\n"
AI_ROOT = f'<svg version="1.1" id="Layer_1" {SVG} {XLINK} x="0px" y="0px"\n\t viewBox="0 0 200 100" style="enable-background:new 0 0 200 100;" xml:space="preserve">\n'
AI_ENTITIES = """<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
\t<!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">
\t<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
\t<!ENTITY ns_svg "http://www.w3.org/2000/svg">
\t<!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
]>
"""


def ai(body, style="", root=AI_ROOT):
    return HEAD + AI + root + (f'<style type="text/css">\n{style}</style>\n' if style else "") + body + "\n</svg>\n"


def illustrator():
    yield "classes", ai(classed("st"), sheet("st"))
    yield "classes-cdata", ai(classed("st"), "<![CDATA[\n" + sheet("st") + "]]>\n")
    yield "entities", (HEAD + AI_ENTITIES + '<svg version="1.1" xmlns:x="&ns_extend;" xmlns:i="&ns_ai;" xmlns="&ns_svg;" '
                       'xmlns:xlink="&ns_xlink;" width="200px" height="100px" viewBox="0 0 200 100">\n'
                       '<switch><foreignObject requiredExtensions="&ns_ai;" x="0" y="0" width="1" height="1"><i:pgfRef xlink:href="#a"/>'
                       f'</foreignObject><g i:extraneous="self">{filled()}</g></switch><i:pgf id="a"><![CDATA[eJzsvWm]]></i:pgf></svg>')
    yield "entities-attributes", (HEAD + AI_ENTITIES.replace("]>", '\t<!ENTITY st0 "fill:#0b5f5a;">\n]>').replace('\t<!ENTITY st0 "fill:#0b5f5a;">\n', "")
                                  + f'<svg xmlns="&ns_svg;" width="200" height="100" viewBox="0 0 200 100">{filled()}</svg>')
    yield "cls", f'<svg id="Layer_2" data-name="Layer 2" {SVG} viewBox="0 0 200 100"><defs><style>{sheet("cls-", (1, 2, 3, 4), "stroke-width:0px;")}</style></defs><g id="Layer_1-2" data-name="Layer 1">{classed("cls-", (1, 2, 3, 4))}</g></svg>'
    yield "cls-lists", f'<svg {SVG} viewBox="0 0 200 100"><defs><style>.cls-1,.cls-2{{fill:{GREEN};}}.cls-2,.cls-3{{stroke:{RED};stroke-miterlimit:10;}}.cls-2{{stroke-width:6px;}}.cls-3{{fill:none;stroke-width:4px;stroke-dasharray:8 3;}}</style></defs><circle class="cls-1" cx="40" cy="50" r="30"/><rect class="cls-2" x="80" y="25" width="40" height="50"/><path class="cls-3" d="M135 75c20-60 30-60 50 0"/></svg>'
    yield "attributes", HEAD + f'<svg {SVG} width="200" height="100" viewBox="0 0 200 100" fill="none">{filled()}</svg>'
    yield "inline", ai(marks(*(f'style="fill:{c};"' for c in (GREEN, GOLD, RED, BLUE))))
    yield "gradient", ai('<linearGradient id="SVGID_1_" gradientUnits="userSpaceOnUse" x1="10" y1="50" x2="90" y2="50"><stop offset="0" style="stop-color:#0B5F5A"/><stop offset="1" style="stop-color:#F0C000"/></linearGradient><circle class="st0" cx="50" cy="50" r="40"/>', ".st0{fill:url(#SVGID_1_);}\n")
    yield "radial", ai('<radialGradient id="SVGID_1_" cx="50" cy="50" r="40" fx="35" fy="35" gradientUnits="userSpaceOnUse"><stop offset="0" style="stop-color:#FFFFFF"/><stop offset="0.6" style="stop-color:#C02040"/><stop offset="1" style="stop-color:#400010"/></radialGradient><circle style="fill:url(#SVGID_1_);" cx="50" cy="50" r="40"/>')
    yield "clip", ai(f'<g><defs><rect id="SVGID_1_" x="30" y="20" width="140" height="60"/></defs><clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_"  style="overflow:visible;"/></clipPath><g style="clip-path:url(#SVGID_2_);">{filled()}</g></g>')
    yield "multiply", ai(f'<g style="isolation:isolate"><circle style="fill:{GOLD};" cx="60" cy="50" r="40"/><circle style="fill:{BLUE};mix-blend-mode:multiply;" cx="110" cy="50" r="40"/></g>')
    yield "opacity", ai(f'<circle class="st0" cx="60" cy="50" r="40"/><circle class="st1" cx="110" cy="50" r="40"/>', f".st0{{opacity:0.5;fill:{RED};}}\n.st1{{opacity:0.75;fill:{BLUE};enable-background:new    ;}}\n")
    yield "mask", ai(f'<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="200" height="100"><linearGradient id="w" x1="0" x2="200" y1="0" y2="0" gradientUnits="userSpaceOnUse"><stop offset="0" style="stop-color:#FFFFFF"/><stop offset="1" style="stop-color:#000000"/></linearGradient><rect fill="url(#w)" width="200" height="100"/></mask><g style="mask:url(#m);">{filled()}</g>')
    yield "pattern", ai(f'<pattern width="10" height="10" patternUnits="userSpaceOnUse" id="p" viewBox="0 -10 10 10" style="overflow:visible;"><rect y="-10" width="10" height="10" style="fill:{GOLD};"/><circle cx="5" cy="-5" r="3" style="fill:{RED};"/></pattern><rect x="20" y="20" width="160" height="60" style="fill:url(#p);"/>')
    yield "symbol", ai(f'<symbol id="New_Symbol" viewBox="-40 -40 80 80"><circle r="40" fill="{GREEN}"/><path d="M0-30 30 20H-30z" fill="{GOLD}"/></symbol><use xlink:href="#New_Symbol" width="80" height="80" x="-40" y="-40" transform="matrix(1 0 0 1 50 50)" style="overflow:visible;"/><use xlink:href="#New_Symbol" width="80" height="80" x="-40" y="-40" transform="matrix(.5 0 0 -.5 140 50)" style="overflow:visible;"/>')
    yield "important", ai(classed("st"), sheet("st") + f".st1{{fill:#FFFFFF !important;}}\n#Layer_1 .st2{{fill:{GOLD};}}\nrect{{fill:#000;}}\n")
    yield "image", ai(f'<image style="overflow:visible;" width="24" height="12" xlink:href="{picture()}" transform="matrix(6 0 0 6 20 14)" image-rendering="optimizeSpeed"></image>')
    yield "polygons", ai(f'<polygon style="fill:{GREEN};" points="50,10 61,40 95,40 67,60 78,92 50,72 22,92 33,60 5,40 39,40 "/><polyline style="fill:none;stroke:{RED};stroke-width:5;stroke-linecap:round;stroke-linejoin:round;" points="110,80 130,30 150,80 170,30 190,80 "/><line style="fill:none;stroke:{BLUE};stroke-width:2;stroke-miterlimit:10;" x1="110" y1="15" x2="190" y2="15"/><ellipse style="fill:{GOLD};" cx="150" cy="90" rx="40" ry="6"/>')
    yield "text-brand", ai(f'<text transform="matrix(1 0 0 1 20 60)" style="fill:{RED}; font-family:\'BrandonGrotesque-Bold\'; font-size:30px;">Willow Creek</text>')
    yield "text-sans", ai(f'<text transform="matrix(1 0 0 1 20 60)" style="fill:{RED};" font-family="sans-serif" font-size="30">Willow</text>')
    yield "text-path", ai(f'<path id="t" style="fill:none;" d="M20 80a80 60 0 0 1 160 0"/><text><textPath xlink:href="#t" startOffset="10%"><tspan style="font-size:20px;font-family:sans-serif;">Willow Creek</tspan></textPath></text><circle cx="100" cy="70" r="15" fill="{GREEN}"/>')
    yield "text-tspans", ai(f'<text transform="matrix(1 0 0 1 20 60)"><tspan x="0" y="0" style="font-family:\'MyriadPro-Regular\';font-size:24px;">Wil</tspan><tspan x="40" y="0" style="font-family:\'MyriadPro-Bold\';font-size:24px;">low</tspan></text>')
    yield "icc", ai(marks(*(f'style="fill:{c} icc-color(press, 0.2, 0.3, 0.4, 0.1);"' for c in (GREEN, GOLD, RED, BLUE))))
    yield "icc-attributes", ai(marks(*(f'fill="{c} icc-color(press, 0.2, 0.3, 0.4, 0.1)"' for c in (GREEN, GOLD, RED, BLUE))))
    yield "size-other-shape", ai(filled(), root=AI_ROOT.replace("viewBox", 'width="400px" height="100px" viewBox'))

    yield "hidden-layer", ai(f'<g id="Old" style="display:none;"><rect style="fill:#000000;" width="200" height="100"/></g><g id="New">{filled()}</g><g id="Guides" class="st9"><path d="M0 50h200"/></g>', ".st9{display:none;stroke:#00FFFF;}\n")
    yield "artboard-elsewhere", ai(f'<g transform="translate(-300 -40)">{filled()}</g>', root=AI_ROOT.replace('viewBox="0 0 200 100"', 'viewBox="-300 -40 200 100"'))
    yield "compound", ai(f'<path style="fill:{GREEN};" d="M50,10c-22.1,0-40,17.9-40,40s17.9,40,40,40s40-17.9,40-40S72.1,10,50,10z M50,70c-11,0-20-9-20-20s9-20,20-20s20,9,20,20S61,70,50,70z"/><path style="fill:{RED};stroke:{BLUE};stroke-width:3;stroke-miterlimit:10;" d="M120,80l20-60l20,60H120z"/>')

def figma(body, size=(200, 100), view=None):
    return f'<svg width="{size[0]}" height="{size[1]}" viewBox="{view or f"0 0 {size[0]} {size[1]}"}" fill="none" {SVG} {XLINK}>\n{body}\n</svg>\n'


def figma_shadow(kind="drop"):
    flood = '<feFlood flood-opacity="0" result="BackgroundImageFix"/>'
    alpha = '<feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/>'
    if kind == "inner":
        return f'<filter id="f" x="6" y="6" width="88" height="90" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">{flood}<feBlend mode="normal" in="SourceGraphic" in2="BackgroundImageFix" result="shape"/>{alpha}<feOffset dy="4"/><feGaussianBlur stdDeviation="4"/><feComposite in2="hardAlpha" operator="arithmetic" k2="-1" k3="1"/><feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.5 0"/><feBlend mode="normal" in2="shape" result="effect1_innerShadow"/></filter>'
    return f'<filter id="f" x="0" y="0" width="200" height="110" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">{flood}{alpha}<feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feComposite in2="hardAlpha" operator="out"/><feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/><feBlend mode="normal" in2="BackgroundImageFix" result="effect1_dropShadow_1_2"/><feBlend mode="normal" in="SourceGraphic" in2="effect1_dropShadow_1_2" result="shape"/></filter>'


def figma_all():
    p3 = ("color(display-p3 0.1608 0.3673 0.3514)", "color(display-p3 0.9176 0.7608 0.2314)", "color(display-p3 0.6863 0.1843 0.2667)", "color(display-p3 0.1686 0.2471 0.7255)")
    yield "plain", figma(filled())
    yield "p3", figma(marks(*(f'fill="{h}" style="fill:{h};fill:{c};fill-opacity:1;"' for h, c in zip((GREEN, GOLD, RED, BLUE), p3))))
    yield "clip", figma(f'<g clip-path="url(#clip0_1_2)">{filled()}</g>\n<defs>\n<clipPath id="clip0_1_2">\n<rect width="200" height="100" fill="white"/>\n</clipPath>\n</defs>')
    yield "clip-round", figma(f'<g clip-path="url(#c)"><rect width="200" height="100" rx="20" fill="{GREEN}"/><circle cx="190" cy="90" r="40" fill="{GOLD}"/></g><defs><clipPath id="c"><rect width="200" height="100" rx="20" fill="white"/></clipPath></defs>')
    yield "shadow", figma(f'<g filter="url(#f)">{filled()}</g><defs>{figma_shadow()}</defs>')
    yield "inner-shadow", figma(f'<g filter="url(#f)"><circle cx="50" cy="50" r="40" fill="{GREEN}"/></g><defs>{figma_shadow("inner")}</defs>')
    yield "blur", figma(f'<g filter="url(#b)"><circle cx="50" cy="50" r="30" fill="{RED}"/></g><rect x="110" y="20" width="80" height="60" fill="{BLUE}"/><defs><filter id="b" x="0" y="0" width="100" height="100" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="BackgroundImageFix"/><feBlend mode="normal" in="SourceGraphic" in2="BackgroundImageFix" result="shape"/><feGaussianBlur stdDeviation="5" result="effect1_foregroundBlur"/></filter></defs>')
    yield "gradient", figma('<rect x="20" y="20" width="160" height="60" rx="30" fill="url(#paint0_linear_1_2)"/><defs><linearGradient id="paint0_linear_1_2" x1="20" y1="20" x2="180" y2="80" gradientUnits="userSpaceOnUse"><stop stop-color="#0B5F5A"/><stop offset="1" stop-color="#F0C000" stop-opacity="0.5"/></linearGradient></defs>')
    yield "radial", figma('<circle cx="100" cy="50" r="45" fill="url(#r)"/><defs><radialGradient id="r" cx="0" cy="0" r="1" gradientUnits="userSpaceOnUse" gradientTransform="translate(100 50) rotate(90) scale(45)"><stop stop-color="white"/><stop offset="1" stop-color="#C02040"/></radialGradient></defs>')
    yield "mask", figma(f'<mask id="m" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="10" y="10" width="80" height="80"><circle cx="50" cy="50" r="40" fill="#D9D9D9"/></mask><g mask="url(#m)"><rect width="100" height="60" fill="{GREEN}"/><rect y="60" width="100" height="40" fill="{GOLD}"/></g>')
    yield "mask-luminance", figma(f'<mask id="m" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0" width="200" height="100"><path d="M200 0H0V100H200V0Z" fill="white"/></mask><g mask="url(#m)">{filled()}</g>')
    yield "evenodd", figma(f'<path fill-rule="evenodd" clip-rule="evenodd" d="M10 50a40 40 0 1 0 80 0a40 40 0 1 0 -80 0ZM30 50a20 20 0 1 0 40 0a20 20 0 1 0 -40 0Z" fill="{GREEN}"/>')
    yield "strokes", figma(f'<rect x="20" y="20" width="60" height="60" rx="9" stroke="{RED}" stroke-width="4"/><path d="M110 80L150 20L190 80" stroke="{BLUE}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>')
    yield "image-pattern", figma(f'<rect x="20" y="10" width="160" height="80" fill="url(#pattern0)"/><defs><pattern id="pattern0" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#image0" transform="scale(0.0416667 0.0833333)"/></pattern><image id="image0" width="24" height="12" xlink:href="{picture()}"/></defs>')
    yield "black-white", figma(marks('fill="black"', 'fill="white"', 'fill="black" fill-opacity="0.4"', 'fill="black"'))
    yield "opacity", figma(f'<g opacity="0.6">{filled()}</g>')
    yield "blend", figma(f'<circle cx="70" cy="50" r="40" fill="{GOLD}"/><g style="mix-blend-mode:multiply"><circle cx="120" cy="50" r="40" fill="{BLUE}"/></g>')
    yield "inside-stroke", figma(f'<mask id="path-1-inside-1" fill="white"><path d="M10 10H90V90H10V10Z"/></mask><path d="M10 10H90V90H10V10Z" fill="{GOLD}"/><path d="M90 90V98H98V90H90ZM90 10H98V2H90V10ZM10 10V2H2V10H10ZM10 90H2V98H10V90ZM90 82H10V98H90V82ZM98 90V10H82V90H98ZM10 18H90V2H10V18ZM2 10V90H18V10H2Z" fill="{RED}" mask="url(#path-1-inside-1)"/>')

    yield "rotated", figma(f'<rect x="60" y="10" width="60" height="40" transform="rotate(30 60 10)" fill="{RED}"/><rect width="30" height="30" transform="matrix(-0.8 0.6 0.6 0.8 160 40)" fill="{BLUE}"/>')
    yield "angular", figma('<g clip-path="url(#paint0_angular_1_2_clip_path)" data-figma-skip-parse="true"><g transform="matrix(0 0.04 -0.04 0 50 50)"><foreignObject x="-1000" y="-1000" width="2000" height="2000"><div xmlns="http://www.w3.org/1999/xhtml" style="background:conic-gradient(from 90deg,rgba(192,32,64,1) 0deg,rgba(32,64,192,1) 360deg);height:100%;width:100%;opacity:1"></div></foreignObject></g></g><circle cx="50" cy="50" r="40" data-figma-gradient-fill="{}"/><defs><clipPath id="paint0_angular_1_2_clip_path"><circle cx="50" cy="50" r="40"/></clipPath></defs>')
    yield "background-blur", figma(f'{filled()}<foreignObject x="20" y="20" width="120" height="60"><div xmlns="http://www.w3.org/1999/xhtml" style="backdrop-filter:blur(4px);height:100%;width:100%"></div></foreignObject><rect data-figma-bg-blur-radius="8" x="30" y="30" width="100" height="40" fill="white" fill-opacity="0.4"/>')

def canva(body, view="0 0 150 75"):
    return (f'<svg {SVG} {XLINK} width="200" zoomAndPan="magnify" viewBox="{view}" height="100" preserveAspectRatio="xMidYMid meet" version="1.0">{body}</svg>')


def canva_all():
    clip = '<clipPath id="a1b2"><path d="M 10 10 L 140 10 L 140 65 L 10 65 Z M 10 10 " clip-rule="nonzero"/></clipPath>'
    yield "clip", canva(f'<defs>{clip}</defs><g clip-path="url(#a1b2)"><path fill="{GREEN}" d="M 0 0 L 70 0 L 70 75 L 0 75 Z M 0 0 " fill-opacity="1" fill-rule="nonzero"/><path fill="{RED}" d="M 80 20 L 150 20 L 150 50 L 80 50 Z M 80 20 " fill-opacity="1" fill-rule="nonzero"/></g>')
    yield "glyphs", canva(f'<defs><g/></defs><g fill="{GREEN}" fill-opacity="1"><g transform="translate(10, 60)"><g><path d="M 2 0 L 2 -40 L 8 -40 L 20 -12 L 32 -40 L 38 -40 L 38 0 L 32 0 L 32 -26 L 22 -4 L 18 -4 L 8 -26 L 8 0 Z M 2 0 "/></g></g></g><g fill="{RED}" fill-opacity="1"><g transform="translate(60, 60)"><g><path d="M 4 0 L 4 -40 L 10 -40 L 10 0 Z M 4 0 "/></g></g></g>')
    yield "image", canva(f'<defs><clipPath id="k"><path d="M 15 7.5 L 135 7.5 L 135 67.5 L 15 67.5 Z"/></clipPath></defs><g clip-path="url(#k)"><image x="0" y="0" width="24" xlink:href="{picture()}" height="12" preserveAspectRatio="xMidYMid meet" transform="matrix(5,0,0,5,15,7.5)"/></g>')
    yield "image-mask", canva(f'<defs><filter x="0%" y="0%" width="100%" height="100%" id="fa"><feColorMatrix values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 1 0" color-interpolation-filters="sRGB"/></filter><mask id="ma"><g filter="url(#fa)"><rect x="-15" width="180" fill="#000000" y="-7.5" height="90" fill-opacity="0.5"/></g></mask></defs><g mask="url(#ma)"><circle cx="75" cy="37" r="30" fill="{BLUE}"/></g><circle cx="20" cy="37" r="15" fill="{RED}"/>')
    yield "white-ground", canva(f'<rect x="-15" width="180" fill="#ffffff" y="-7.5" height="90" fill-opacity="1"/><rect x="-15" width="180" fill="#ffffff" y="-7.5" height="90" fill-opacity="1"/><circle cx="75" cy="37" r="30" fill="{GREEN}"/>')
    yield "stroke", canva(f'<path stroke-linecap="butt" transform="matrix(0.75, 0, 0, 0.75, 15, 36)" fill="none" stroke-linejoin="miter" d="M 0 2 L 160 2 " stroke="{RED}" stroke-width="4" stroke-opacity="1" stroke-miterlimit="4"/><path fill="{GREEN}" d="M 60 10 L 90 10 L 90 30 L 60 30 Z"/>')
    yield "gradient", canva('<defs><linearGradient x1="0" gradientTransform="matrix(1, 0, 0, 1, 10, 10)" y1="0" x2="130" gradientUnits="userSpaceOnUse" y2="0" id="g1"><stop stop-opacity="1" stop-color="rgb(4.299927%, 37.29858%, 35.29968%)" offset="0"/><stop stop-opacity="1" stop-color="rgb(94.099426%, 75.299072%, 0%)" offset="1"/></linearGradient></defs><path fill="url(#g1)" d="M 10 10 L 140 10 L 140 65 L 10 65 Z" fill-rule="nonzero"/>')
    yield "percent-colors", canva(marks('fill="rgb(4.3%,37.3%,35.3%)"', 'fill="rgb(94%,75%,0%)"', 'fill="rgb(192,32,64)"', 'fill="hsl(228,71%,44%)"'), "0 0 200 100")

    yield "glyph-symbols", canva(f'<defs><g><symbol overflow="visible" id="glyph-0-0"><path d="M 2 0 L 2 -40 L 10 -40 L 10 0 Z M 2 0 "/></symbol><symbol overflow="visible" id="glyph-0-1"><path d="M 0 -20 L 20 -20 L 10 0 Z M 0 -20 "/></symbol></g></defs><g fill="{GREEN}" fill-opacity="1"><use x="20" y="60" xlink:href="#glyph-0-0"/><use x="50" y="60" xlink:href="#glyph-0-1"/><use x="90" y="60" xlink:href="#glyph-0-0"/></g>')
    inside = base64.b64encode(f'<svg {SVG} viewBox="0 0 20 10"><rect width="10" height="10" fill="{RED}"/><circle cx="15" cy="5" r="4" fill="{BLUE}"/></svg>'.encode()).decode()
    yield "drawing-in-image", canva(f'<image x="15" y="7.5" width="120" height="60" xlink:href="data:image/svg+xml;base64,{inside}"/>')
    yield "recolored", canva(f'<defs><filter x="0%" y="0%" width="100%" height="100%" id="fr"><feColorMatrix color-interpolation-filters="sRGB" values="0 0 0 0 0.75 0 0 0 0 0.12 0 0 0 0 0.25 0 0 0 1 0"/></filter></defs><g filter="url(#fr)"><image x="0" y="0" width="24" xlink:href="{picture()}" height="12" transform="matrix(5,0,0,5,15,7.5)"/></g>')
    yield "rotated", canva(f'<g transform="matrix(0.866025, 0.5, -0.5, 0.866025, 60, -10)"><path fill="{GREEN}" d="M 0 0 L 60 0 L 60 40 L 0 40 Z M 0 0 " fill-opacity="0.8" fill-rule="evenodd"/></g>')
    yield "two-clips", canva('<defs><clipPath id="c1"><path d="M 10 10 L 140 10 L 140 65 L 10 65 Z"/></clipPath><clipPath id="c2"><path d="M 75 0 C 112 0 140 20 140 37 C 140 60 112 75 75 75 C 38 75 10 60 10 37 C 10 20 38 0 75 0 Z" clip-rule="nonzero"/></clipPath></defs>'
                             f'<g clip-path="url(#c1)"><g clip-path="url(#c2)"><path fill="{GOLD}" d="M 0 0 L 150 0 L 150 75 L 0 75 Z"/></g></g>')

def affinity(body, size='width="100%" height="100%"', more=""):
    return (f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n{DOCTYPE}<svg {size} viewBox="0 0 200 100" version="1.1" {SVG} {XLINK} xml:space="preserve" '
            f'xmlns:serif="http://www.serif.com/" style="fill-rule:evenodd;clip-rule:evenodd;stroke-linejoin:round;stroke-miterlimit:2;{more}">\n{body}\n</svg>\n')


def affinity_all():
    rgb = ("rgb(11,95,90)", "rgb(240,192,0)", "rgb(192,32,64)", "rgb(32,64,192)")
    drawn = marks(*(f'style="fill:{c};"' for c in rgb))
    yield "percent", affinity(drawn)
    yield "pixels", affinity(drawn, 'width="834px" height="417px"')
    yield "artboard", affinity(f'<g id="Artboard1" serif:id="Artboard 1" transform="matrix(1,0,0,1,-100,-50)"><rect x="100" y="50" width="200" height="100" style="fill:none;"/><g transform="matrix(1,0,0,1,100,50)">{drawn}</g></g>')
    yield "nonzero", affinity('<path d="M50,10C72,10 90,28 90,50C90,72 72,90 50,90C28,90 10,72 10,50C10,28 28,10 50,10Z" style="fill:rgb(11,95,90);fill-rule:nonzero;"/><path d="M110,20L190,20L190,80L110,80L110,20ZM125,35L125,65L175,65L175,35L125,35Z" style="fill:rgb(192,32,64);"/>')
    yield "strokes", affinity('<path d="M20,80L60,20L100,80" style="fill:none;stroke:rgb(11,95,90);stroke-width:8px;"/><path d="M120,80C120,20 180,20 180,80" style="fill:none;stroke:rgb(192,32,64);stroke-width:5px;stroke-linecap:round;stroke-dasharray:10,8,0,0;"/>', more="stroke-linecap:round;")
    yield "clip", affinity('<clipPath id="_clip1"><circle cx="50" cy="50" r="40"/></clipPath><g clip-path="url(#_clip1)"><rect x="0" y="0" width="100" height="55" style="fill:rgb(11,95,90);"/><rect x="0" y="55" width="100" height="45" style="fill:rgb(240,192,0);"/></g>')
    yield "gradient", affinity('<circle cx="50" cy="50" r="40" style="fill:url(#_Linear1);"/><defs><linearGradient id="_Linear1" x1="0" y1="0" x2="1" y2="0" gradientUnits="userSpaceOnUse" gradientTransform="matrix(80,0,0,80,10,50)"><stop offset="0" style="stop-color:rgb(192,32,64);stop-opacity:1"/><stop offset="1" style="stop-color:rgb(32,64,192);stop-opacity:1"/></linearGradient></defs>')
    yield "text", affinity('<text x="20px" y="60px" style="font-family:\'Brandon Grotesque\', sans-serif;font-weight:700;font-size:32px;fill:rgb(192,32,64);">Willow</text>')
    yield "text-kerned", affinity('<g transform="matrix(32,0,0,32,140,60)"></g><text x="20px" y="60px" style="font-family:sans-serif;font-size:32px;">W<tspan x="60px 90px " y="60px 60px ">il</tspan>low</text>')
    yield "image", affinity(f'<use xlink:href="#_Image1" x="20" y="14" width="24px" height="12px" transform="matrix(6,0,0,6,-100,-70)"/><defs><image id="_Image1" width="24px" height="12px" xlink:href="{picture()}"/></defs>')
    yield "opacity", affinity('<circle cx="60" cy="50" r="40" style="fill:rgb(11,95,90);fill-opacity:0.5;"/><g opacity="0.4"><circle cx="110" cy="50" r="40" style="fill:rgb(192,32,64);"/></g>')
    yield "skew", affinity('<g transform="matrix(0.866025,0.5,-0.5,0.866025,30,-10)"><rect x="30" y="20" width="60" height="40" style="fill:rgb(11,95,90);"/><g transform="matrix(1,0,-0.3,1,0,0)"><rect x="110" y="0" width="40" height="40" style="fill:rgb(240,192,0);"/></g></g>')

    yield "multiply", affinity('<circle cx="60" cy="50" r="40" style="fill:rgb(240,192,0);"/><g style="mix-blend-mode:multiply;"><circle cx="110" cy="50" r="40" style="fill:rgb(32,64,192);"/></g>')
    yield "rounded", affinity('<path d="M90,30C90,24.5 85.5,20 80,20L30,20C24.5,20 20,24.5 20,30L20,70C20,75.5 24.5,80 30,80L80,80C85.5,80 90,75.5 90,70L90,30Z" style="fill:rgb(11,95,90);"/><ellipse cx="150" cy="50" rx="40" ry="25" style="fill:none;stroke:rgb(192,32,64);stroke-width:4.17px;"/>')
    yield "effects", affinity(f'<g transform="matrix(1,0,0,1,0,0)"><use xlink:href="#_Image2" x="0" y="0" width="24px" height="12px" transform="matrix(6,0,0,6,20,14)" opacity="0.5"/></g>{drawn}<defs><image id="_Image2" width="24px" height="12px" xlink:href="{picture()}"/></defs>')

def corel(body, style, size='width="2in" height="1in"', fonts=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n{DOCTYPE}<!-- Creator: CorelDRAW 2021 -->\n<svg {SVG} xml:space="preserve" {size} version="1.1" '
            f'style="shape-rendering:geometricPrecision; text-rendering:geometricPrecision; image-rendering:optimizeQuality; fill-rule:evenodd; clip-rule:evenodd"\n'
            f'viewBox="0 0 200 100"\n {XLINK}\n xmlns:xodm="http://www.corel.com/coreldraw/odm/2003">\n <defs>{fonts}\n  <style type="text/css">\n   <![CDATA[\n{style}   ]]>\n  </style>\n </defs>\n'
            f' <g id="Layer_x0020_1">\n  <metadata id="CorelCorpID_0Corel-Layer"/>\n{body} </g>\n</svg>\n')


def corel_all():
    style = sheet("fil")
    yield "classes", corel(classed("fil"), style)
    yield "named", corel(classed("fil"), ".fil0 {fill:teal}\n.fil1 {fill:gold}\n.fil2 {fill:crimson}\n.fil3 {fill:black}\n")
    yield "none", corel(f'<rect class="fil0 str0" x="20" y="20" width="70" height="60"/><path class="fil1" d="M120 20l60 0 0 60 -60 0z"/>', f".str0 {{stroke:{RED};stroke-width:6;stroke-miterlimit:22.9256}}\n.fil0 {{fill:none}}\n.fil1 {{fill:{GREEN}}}\n")
    yield "millimetres", corel(classed("fil"), style, 'width="50.8mm" height="25.4mm"')
    yield "large-units", corel(classed("fil"), style).replace('viewBox="0 0 200 100"', 'viewBox="0 0 20000 10000"').replace("Layer_x0020_1\">", 'Layer_x0020_1" transform="scale(100)">')
    yield "rule", corel('<path class="fil0" d="M10 10l180 0 0 80 -180 0zm20 20l0 40 60 0 0 -40zm80 0l0 40 60 0 0 -40z"/>', style + ".fil0 {fill-rule:nonzero}\n")
    yield "gradient", corel('<circle class="fil0" cx="50" cy="50" r="40"/>', ".fil0 {fill:url(#id0)}\n", fonts='<linearGradient id="id0" gradientUnits="userSpaceOnUse" x1="10" y1="50" x2="90" y2="50"><stop offset="0" style="stop-opacity:1; stop-color:#0B5F5A"/><stop offset="1" style="stop-opacity:1; stop-color:#F0C000"/></linearGradient>')
    yield "font", corel('<text x="20" y="60" class="fil0 fnt0">Willow</text>', style + ".fnt0 {font-weight:bold;font-size:32px;font-family:'Brandon Grotesque'}\n", fonts='<font id="FontID0" horiz-adv-x="500" font-variant="normal"><font-face font-family="Brandon Grotesque"/><missing-glyph><path d="M0 0z"/></missing-glyph></font>')
    yield "font-face", corel('<text x="20" y="60" class="fil0 fnt0">Willow</text>', "@font-face { font-family:\"Brandon\";src:url(\"data:font/woff;base64,d09GRg==\") format(woff)}\n" + style + ".fnt0 {font-size:32px;font-family:'Brandon'}\n")
    yield "opacity", corel(f'<circle class="fil0" cx="60" cy="50" r="40"/><circle class="fil1" cx="110" cy="50" r="40"/>', ".fil0 {fill:#C02040;fill-opacity:0.501961}\n.fil1 {fill:#2040C0;fill-opacity:0.4}\n")
    yield "colors-of-inks", corel(classed("fil"), "".join(f".fil{n} {{fill:{c} icc-color(uncoated, 0.1, 0.2, 0.3, 0.4)}}\n" for n, c in enumerate((GREEN, GOLD, RED, BLUE))))
    yield "lower-case-doctype", corel(classed("fil"), style).replace("svg11.dtd", "svg11-flat.dtd")

    yield "powerclip", corel(f'<g style="clip-path:url(#id0)"><g id="_2046"><rect class="fil0" width="200" height="50"/><rect class="fil2" y="50" width="200" height="50"/></g></g>', style, fonts='<clipPath id="id0"><path d="M50 10c22,0 40,18 40,40 0,22 -18,40 -40,40 -22,0 -40,-18 -40,-40 0,-22 18,-40 40,-40z"/></clipPath>')
    yield "outline", corel('<path class="fil0 str0" d="M20 80l30 -60 30 60"/><path class="fil0 str1" d="M110 80c0,-80 70,-80 70,0"/>', f".str0 {{stroke:{GREEN};stroke-width:7.62;stroke-linecap:round;stroke-linejoin:round;stroke-miterlimit:22.9256}}\n.str1 {{stroke:{RED};stroke-width:5;stroke-dasharray:10 5}}\n.fil0 {{fill:none}}\n")
    yield "transparency", corel('<mask id="id1"><linearGradient id="id2" gradientUnits="userSpaceOnUse" x1="0" y1="50" x2="200" y2="50"><stop offset="0" style="stop-opacity:1; stop-color:white"/><stop offset="1" style="stop-opacity:0; stop-color:white"/></linearGradient><rect style="fill:url(#id2)" width="200" height="100"/></mask><rect class="fil2" style="mask:url(#id1)" x="10" y="10" width="180" height="80"/>', style)

def by_hand():
    root = f'<svg {SVG} viewBox="0 0 200 100">'
    yield "prefix", f'<svg:svg xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><svg:circle cx="50" cy="50" r="40" fill="{GREEN}"/><svg:rect x="110" y="20" width="80" height="60" fill="{RED}"/></svg:svg>'
    yield "variables", root + f'<style>:root{{--brand:{GREEN};--second:{RED}}} .a{{fill:var(--brand)}} .b{{fill:var(--second,{BLUE})}} .c{{fill:var(--none,{GOLD})}}</style>' + attributes("class='%s'", "acbb") + f'</svg>'
    yield "variables-nested", root + f'<g style="--x:{RED};--y:var(--x)"><g style="--x:{BLUE}">' + attributes("fill='var(--%s)'", "xyxy") + f'</g></g></svg>'
    yield "variables-dark", root + f'<style>svg{{--c:{GREEN}}}@media (prefers-color-scheme: dark){{svg{{--c:#fff}}}} circle{{fill:var(--c)}}</style><circle cx="50" cy="50" r="40"/></svg>'
    yield "no-size", f'<svg {SVG}>{filled()}</svg>'
    yield "no-size-text", f'<svg {SVG}>{filled()}<g opacity=".5"><circle cx="150" cy="130" r="20"/></g></svg>'
    yield "size-only", f'<svg {SVG} width="200" height="100">{filled()}</svg>'
    yield "size-millimetres", f'<svg {SVG} width="50mm" height="25mm"><rect x="10mm" y="5mm" width="30mm" height="15mm" fill="{GREEN}"/></svg>'
    yield "stretched", f'<svg {SVG} width="100" height="100" viewBox="0 0 200 100" preserveAspectRatio="none">{filled()}</svg>'
    yield "sliced", f'<svg {SVG} width="100" height="100" viewBox="0 0 200 100" preserveAspectRatio="xMinYMid slice">{filled()}</svg>'
    beyond = f'<rect x="-50" y="-20" width="300" height="140" fill="{GREEN}"/><circle cx="100" cy="50" r="40" fill="{GOLD}"/>'
    yield "wider", f'<svg {SVG} width="300" height="100" viewBox="0 0 200 100">{beyond}</svg>'
    yield "taller", f'<svg {SVG} width="60mm" height="40mm" viewBox="0 0 200 100" preserveAspectRatio="xMaxYMin">{beyond}</svg>'
    yield "drop-shadow", root + f'<filter id="f" x="-20%" y="-20%" width="140%" height="140%"><feDropShadow dx="3" dy="3" stdDeviation="2" flood-color="{BLUE}" flood-opacity="0.6"/></filter><g filter="url(#f)">{filled()}</g></svg>'
    yield "drop-shadow-chain", root + f'<filter id="f"><feOffset dx="4" dy="0"/><feDropShadow dx="0" dy="5" stdDeviation="1 3"/><feComponentTransfer><feFuncA type="linear" slope=".8"/></feComponentTransfer></filter><g filter="url(#f)"><circle cx="50" cy="50" r="30" fill="{GOLD}"/></g></svg>'
    yield "css-shadow", root + f'<g style="filter:drop-shadow(3px 3px 2px rgba(0,0,0,.5))">{filled()}</g></svg>'
    yield "css-transform", root + f'<rect style="transform:translate(40px,20px) rotate(20deg);fill:{RED};width:60px;height:40px"/><circle style="r:20px;cx:150px;cy:50px;fill:{BLUE}"/></svg>'
    yield "css-origin", root + f'<rect x="60" y="30" width="80" height="40" fill="{GREEN}" style="transform:rotate(45deg);transform-origin:100px 50px"/></svg>'
    yield "css-origin-center", root + f'<rect x="60" y="30" width="80" height="40" fill="{GREEN}" style="transform:rotate(30deg) scale(.8);transform-origin:center"/></svg>'
    yield "css-origin-box", root + f'<rect x="20" y="30" width="80" height="40" fill="{GREEN}" style="transform:rotate(30deg);transform-origin:center;transform-box:fill-box"/></svg>'
    yield "current-color", root.replace("<svg", f'<svg color="{RED}"') + '<circle cx="50" cy="50" r="40" fill="currentColor"/></svg>'
    yield "current-color-sheet", root + f'<style>svg{{color:{BLUE}}}</style><circle cx="50" cy="50" r="40" fill="currentColor"/></svg>'
    yield "selectors", root + f'<style>g > circle{{fill:{GREEN}}} g path{{fill:{GOLD}}} [data-a]{{fill:{RED}}} rect:last-child{{fill:{BLUE}}} *:hover{{fill:#000}}</style><g>' + attributes("data-%s=''", "bbab") + f'</g></svg>'
    yield "selectors-odd", root + f'<style>rect:nth-of-type(2){{fill:{BLUE}}} rect{{fill:{RED}}}</style>{filled()}</svg>'
    yield "inherited", root + f'<g fill="{GREEN}" stroke="{GOLD}" stroke-width="4"><circle cx="50" cy="50" r="40"/><rect x="110" y="20" width="80" height="60" stroke="none"/></g></svg>'
    yield "use", root + f'<defs><g id="a"><circle cx="0" cy="0" r="30"/></g></defs><use href="#a" x="50" y="50" fill="{RED}"/><use href="#a" transform="translate(130 50) scale(1.2)" fill="{BLUE}"/></svg>'
    yield "nested", root + f'<svg x="20" y="20" width="60" height="60" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="{GREEN}"/></svg><svg x="110" y="20" width="80" height="60" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMid"><rect width="10" height="10" fill="{RED}"/></svg></svg>'
    yield "markers", root + f'<marker id="m" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="4" markerHeight="4" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="{RED}"/></marker><path d="M30 50H170" stroke="{GREEN}" stroke-width="6" marker-start="url(#m)" marker-end="url(#m)"/></svg>'
    yield "hidden", root + filled() + '<g display="none"><rect width="200" height="100"/></g><rect width="200" height="100" style="display:none"/><rect width="200" height="100" visibility="hidden"/></svg>'
    yield "animated", root + f'<circle cx="50" cy="50" r="40" fill="{GREEN}"><animate attributeName="r" from="40" to="10" dur="2s"/></circle></svg>'
    yield "linked", root + f'<circle cx="50" cy="50" r="40" fill="{GREEN}"/><image href="photo.png" x="100" y="20" width="80" height="60"/></svg>'
    yield "foreign", root + f'<circle cx="50" cy="50" r="40" fill="{GREEN}"/><foreignObject x="100" y="20" width="90" height="60"><p xmlns="http://www.w3.org/1999/xhtml">Willow Creek</p></foreignObject></svg>'
    yield "thai", root + f'<circle cx="50" cy="50" r="40" fill="{GREEN}"/><text x="100" y="60" font-size="30" font-family="sans-serif">\u0e19\u0e27\u0e14</text></svg>'
    yield "letter-spacing", root + f'<text x="10" y="60" font-size="28" font-family="sans-serif" letter-spacing="4" fill="{RED}">Willow</text></svg>'
    yield "text-anchor", root + f'<text x="100" y="60" font-size="28" font-family="sans-serif" text-anchor="middle" fill="{RED}">Willow</text></svg>'
    yield "text-length", root + f'<text x="10" y="60" font-size="28" font-family="sans-serif" textLength="180" fill="{RED}">Willow</text></svg>'
    yield "text-baseline", root + f'<text x="10" y="50" font-size="28" font-family="sans-serif" dominant-baseline="middle" fill="{RED}">Willow</text></svg>'
    yield "text-upper", root + f'<text x="10" y="50" font-size="28" font-family="sans-serif" style="text-transform:uppercase" fill="{RED}">Willow</text></svg>'
    yield "utf16", (HEAD.replace("utf-8", "UTF-16") + root + filled() + "</svg>").encode("utf-16")
    yield "mark", "\ufeff" + root + filled() + "</svg>"
    yield "latin", (HEAD.replace("utf-8", "ISO-8859-1") + root + "<title>Pe\u00f1a</title>" + filled() + "</svg>").encode("latin-1")
    yield "sheet-elsewhere", f'<?xml-stylesheet type="text/css" href="a.css"?>\n{root}{filled()}</svg>'
    yield "hex-alpha", root + f'<circle cx="60" cy="50" r="40" fill="#0b5f5a80"/><circle cx="110" cy="50" r="40" fill="rgb(192 32 64 / 50%)"/></svg>'
    yield "beyond-view", f'<svg {SVG} width="200" height="200" viewBox="50 0 100 100"><circle cx="100" cy="50" r="40" fill="{GREEN}"/><circle cx="160" cy="50" r="30" fill="{RED}"/></svg>'
    yield "link", root.replace("<svg", f"<svg {XLINK}") + f'<a xlink:href="https://willow.example/">{filled()}</a></svg>'
    yield "script", root + f'<script>1</script>{filled()}</svg>'


# Chromium does not know icc-color() and paints such things black; the sRGB color before it is meant for it.
SAME_AS = {"illustrator-icc": "illustrator-inline", "illustrator-icc-attributes": "illustrator-inline", "corel-colors-of-inks": "corel-classes"}

PROGRAMS = {"illustrator": illustrator, "figma": figma_all, "canva": canva_all, "affinity": affinity_all, "corel": corel_all, "other": by_hand, "sibling": lambda: siblings.drawings()}


def write(folder):
    os.makedirs(folder, exist_ok=True)
    names = []
    for program, make in PROGRAMS.items():
        for name, text in make():
            names.append(f"{program}-{name}.svg")
            with open(os.path.join(folder, names[-1]), "wb") as f:
                f.write(text if isinstance(text, bytes) else text.encode())
    return names


if __name__ == "__main__":
    print(len(write(sys.argv[1])), "files")
