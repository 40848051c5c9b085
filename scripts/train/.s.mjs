import { readTrees } from './lib/conllu.mjs';
import { shippedForms, shippedModel } from './lib/tagger-forms.mjs';
import { taggerFrom } from '../../dist/annotate/tag/tagger.js';
const t=taggerFrom(shippedModel('tagger'),shippedForms());
for(const f of ['en_ewt-dev','en_gum-dev']){const s=readTrees('/work/shared/train/'+f+'.conllu');const c=process.cpuUsage();let u=0,x=0,n=0;for(const z of s){const g=t.tag(z.words.map(w=>w.form));z.words.forEach((w,i)=>{n++;if(g.upos[i]===w.upos)u++;if(g.xpos[i]===w.xpos)x++})}const d=process.cpuUsage(c);console.log(process.env.SURE,f,(u/n).toFixed(4),(x/n).toFixed(4),((d.user+d.system)/n).toFixed(1),'µs/word')}
