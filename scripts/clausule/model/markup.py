"""What stands between < and > in a text: an element of HTML, or a place that somebody meant to fill in."""

from __future__ import annotations

import re

_IN_ANGLES = re.compile(r"<([A-Za-zÀ-ÿ][\w-]*)(?: [^<>@/=]*)?>")
_NAMES = (
    "a,abbr,acronym,address,applet,area,article,aside,audio,b,base,basefont,bdi,bdo,bgsound,big,blink,"
    "blockquote,body,br,button,canvas,caption,center,cite,code,col,colgroup,content,data,datalist,dd,del,"
    "details,dfn,dialog,dir,div,dl,dt,em,embed,fieldset,figcaption,figure,font,footer,form,frame,frameset,"
    "h1,h2,h3,h4,h5,h6,head,header,hgroup,hr,html,i,iframe,image,img,input,ins,isindex,kbd,keygen,label,"
    "legend,li,link,listing,main,map,mark,marquee,math,menu,menuitem,meta,meter,nav,nobr,noembed,noframes,"
    "noscript,object,ol,optgroup,option,output,p,param,picture,plaintext,portal,pre,progress,q,rb,rp,rt,"
    "rtc,ruby,s,samp,script,search,section,select,shadow,slot,small,source,spacer,span,strike,strong,"
    "style,sub,summary,sup,svg,table,tbody,td,template,textarea,tfoot,th,thead,time,title,tr,track,tt,u,"
    "ul,var,video,wbr,xmp"
)
_HTML = frozenset(_NAMES.split(","))


def is_place(words: str) -> bool:
    """Whether ``words``, with < and > around them, are no element of HTML: ``<naam klant>``."""
    found = _IN_ANGLES.fullmatch(words)
    return found is not None and found[1].lower() not in _HTML
