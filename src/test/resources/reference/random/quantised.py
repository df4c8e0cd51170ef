"""Writes ONNX files of operators on integers, and numpy's spectra of what they stand for into quantised.json."""
import numpy as np, onnx, json
from onnx import helper, numpy_helper as nh, TensorProto as T
rng=np.random.default_rng(3); exp={}
def save(name, nodes, init, out='o'):
    g=helper.make_graph(nodes,'g',[helper.make_tensor_value_info('x',T.FLOAT,None)],[helper.make_tensor_value_info(out,T.FLOAT,None)],initializer=[nh.from_array(v,k) for k,v in init.items()])
    onnx.save(helper.make_model(g),name)
sv=lambda a:list(np.linalg.svd(a,compute_uv=False)**2)
N,K,bs=12,64,32; nb=K//bs
for zp in (False,True):
  for bits in (4,8):
    q=rng.integers(0,2**bits,size=(N,nb,bs)); s=rng.uniform(.01,1,size=(N,nb)).astype('f4')
    B=(q[...,0::2]|(q[...,1::2]<<4)).astype('u1') if bits==4 else q.astype('u1')
    init={'W':B,'s':s.reshape(-1)}; z=np.full((N,nb),2**(bits-1)); ins=['x','W','s']
    if zp:
        z=rng.integers(0,2**bits,size=(N,nb)); init['z']=((z[:,0]|(z[:,1]<<4)).astype('u1') if bits==4 else z.astype('u1').reshape(-1)); ins.append('z')
    n=f'mmn_{bits}_{zp}.onnx'
    save(n,[helper.make_node('MatMulNBits',ins,['o'],domain='com.microsoft',K=K,N=N,bits=bits,block_size=bs)],init)
    exp[n+'#W']=sv(((q-z[...,None])*s[...,None]).reshape(N,K).astype(float))
q=rng.integers(-128,128,size=(20,9)).astype('i1'); s=rng.uniform(.1,1,size=9).astype('f4'); z=rng.integers(-5,5,size=9).astype('i1')
save('qlm.onnx',[helper.make_node('QLinearMatMul',['x','xs','xz','W','s','z','ys','yz'],['o'])],{'W':q,'s':s,'z':z,'xs':np.float32(1.),'xz':np.int8(0),'ys':np.float32(1.),'yz':np.int8(0)})
exp['qlm.onnx#W']=sv((q.astype(float)-z)*s.astype(float))
c=rng.integers(-128,128,size=(8,3,3,3)).astype('i1'); cs=rng.uniform(.1,1,size=8).astype('f4')
save('qlc.onnx',[helper.make_node('QLinearConv',['x','xs','xz','W','s','z','ys','yz'],['o'])],{'W':c,'s':cs,'z':np.zeros(8,'i1'),'xs':np.float32(1.),'xz':np.uint8(0),'ys':np.float32(1.),'yz':np.uint8(0)})
exp['qlc.onnx#W']=sv((c.astype(float)*cs.astype(float)[:,None,None,None]).reshape(8,-1))
save('ci.onnx',[helper.make_node('ConvInteger',['x','W','xz','z'],['o'])],{'W':c,'xz':np.uint8(0),'z':np.int8(3)})
exp['ci.onnx#W']=sv((c.astype(float)-3).reshape(8,-1))
save('mi.onnx',[helper.make_node('MatMulInteger',['x','W','xz','z'],['o'])],{'W':q,'xz':np.uint8(0),'z':np.int8(3)})
exp['mi.onnx#W']=sv(q.astype(float)-3)
json.dump(exp,open('quantised.json','w'))
