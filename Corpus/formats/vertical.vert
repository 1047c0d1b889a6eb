<doc title="茶馆">
<u who="主持人">
<s>
今天	N	今天
<g/>
我们	N	我们
<g/>
去	N	去
<g/>
茶馆	N	茶馆
<g/>
喝茶	N	喝茶
</s>
</u>
<u who="嘉宾">
<s>
那里	N	那里
<g/>
的	N	的
jasmine	FW	jasmine
tea	FW	tea
很	N	很
<g/>
香	N	香
</s>
</u>
<u who="主持人">
<s>
他	N	他
<g/>
说"好",	N	说"好",
我	N	我
<g/>
就	N	就
<g/>
答应	N	答应
<g/>
了	N	了
</s>
</u>
<u who="嘉宾">
<s>
龙井	N	龙井
&amp;	FW	&amp;
普洱	N	普洱
<g/>
都	N	都
<g/>
可以	N	可以
</s>
</u>
</doc>
