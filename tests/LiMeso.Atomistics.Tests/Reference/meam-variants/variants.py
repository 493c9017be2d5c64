"""Writes variants.json: energies, forces and pressures of LAMMPS (with the MEAM package; LMP names the program) for every option of the two MEAM files.

usage: LMP=path/to/lmp python3 variants.py      (works in the present directory)
"""
import json, subprocess, random, os
LMP=[os.environ['LMP']]
random.seed(5)
def structure(kind):
    if kind=='bcc': a,n,base=3.5,3,[(0,0,0),(.5,.5,.5)]
    else: a,n,base=4.05,3,[(0,0,0),(.5,.5,0),(.5,0,.5),(0,.5,.5)]
    r=[]
    for i in range(n):
        for j in range(n):
            for k in range(n):
                for b in base: r.append([round(a*(x+y)+random.uniform(-.3,.3),6) for x,y in zip((i,j,k),b)])
    return a*n,r
LI="'X' 'bcc' 8 1 6.94\n3.1 1.65 1.0 4.0 1.0 3.487 1.65 0.95\n1 2.3 5.0 0.5 1.0 {ibar}\n"
LI2="'X' 'bcc' 8 1 6.94\n4.2 3.9 1.3 2.2 1.7 3.487 2.1 1.1\n1 -1.4 3.1 1.2 1.3 {ibar}\n"
AL="'X' 'fcc' 12 13 26.98\n4.64 2.04 1.5 6.0 1.5 4.05 3.353 1.07\n1 -1.6 1.2 -0.8 1.0 {ibar}\n"
base="rc = 4.8\ndelr = 0.3\nzbl(1,1) = 0\nialloy = 2\nCmin(1,1,1) = 0.3\nCmax(1,1,1) = 2.7\n"
V=[]
for ib in (0,1,3,4,-5): V.append((f'ibar {ib}','bcc',LI.format(ibar=ib),base+"augt1 = 0\nerose_form = 2\nnn2(1,1) = 1\nattrac(1,1) = 0.05\nrepuls(1,1) = 0.07\n"))
for ef in (0,1,2): V.append((f'erose_form {ef}','bcc',LI2.format(ibar=3),base+f"augt1 = 1\nerose_form = {ef}\nnn2(1,1) = 1\nattrac(1,1) = 0.05\nrepuls(1,1) = 0.09\n"))
V.append(('first neighbours only','bcc',LI2.format(ibar=1),base.replace('0.3\nCmax','1.9\nCmax')+"augt1 = 0\nnn2(1,1) = 0\n"))
V.append(('keywords left out','bcc',LI2.format(ibar=0),"zbl(1,1) = 0\n"))
V.append(('ialloy 0, rho0, re, alpha, Ec','bcc',LI2.format(ibar=3),base.replace('ialloy = 2','ialloy = 0')+"nn2(1,1) = 1\nrho0(1) = 2.5\nre(1,1) = 3.1\nalpha(1,1) = 4.4\nEc(1,1) = 1.9\ngsmooth_factor = 50\n"))
for ib in (0,3): V.append((f'fcc, ibar {ib}','fcc',AL.format(ibar=ib),base.replace('Cmin(1,1,1) = 0.3','Cmin(1,1,1) = 0.49')+"augt1 = 0\nnn2(1,1) = 1\nattrac(1,1) = 0.05\nrepuls(1,1) = 0.05\n"))
NEG="'X' 'bcc' 8 1 6.94\n3.1 1.65 1.0 4.0 1.0 3.487 1.65 0.95\n1 -60.0 -90.0 -20.0 1.0 {ibar}\n"
for ib in (0,4,-5,3,1): V.append((f'ibar {ib}, gamma below -1','bcc',NEG.format(ibar=ib),base+"augt1 = 0\nerose_form = 2\nnn2(1,1) = 1\n"))
FCC=base.replace('Cmin(1,1,1) = 0.3','Cmin(1,1,1) = 0.49')
for ib in (1,4,-5): V.append((f'fcc, ibar {ib}','fcc',AL.format(ibar=ib),FCC+"augt1 = 0\nnn2(1,1) = 1\nattrac(1,1) = 0.05\nrepuls(1,1) = 0.05\n"))
for ef in (0,1,2): V.append((f'fcc, erose_form {ef}','fcc',AL.format(ibar=3),FCC+f"augt1 = 1\nerose_form = {ef}\nnn2(1,1) = 1\nattrac(1,1) = 0.05\nrepuls(1,1) = 0.09\n"))
V.append(('fcc, first neighbours only','fcc',AL.format(ibar=1),base.replace('0.3\nCmax','1.9\nCmax')+"augt1 = 0\nnn2(1,1) = 0\n"))
# only where gamma is below -f/(f + 1) does the smoothing matter
for f in (5,50):
    for ib in (0,4): V.append((f'gsmooth_factor {f}, ibar {ib}','bcc',NEG.format(ibar=ib),base+f"augt1 = 0\nerose_form = 2\nnn2(1,1) = 1\ngsmooth_factor = {f}\n"))
out={'source':'LAMMPS of 6 January 2022, pair_style meam with the files given here, run 0; metal units; pressures xx yy zz xy xz yz without kinetic part','structures':{},'variants':[]}
for k in ('bcc','fcc'):
    L,r=structure(k); out['structures'][k]={'edge':L,'positions':r}
    with open(f'{k}.data','w') as f:
        f.write(f"x\n\n{len(r)} atoms\n1 atom types\n\n0 {L} xlo xhi\n0 {L} ylo yhi\n0 {L} zlo zhi\n\nMasses\n\n1 6.94\n\nAtoms # atomic\n\n")
        for i,p in enumerate(r): f.write(f"{i+1} 1 {p[0]} {p[1]} {p[2]}\n")
for name,kind,lib,par in V:
    open('library.meam','w').write(lib); open('x.meam','w').write(par)
    open('in','w').write(f"units metal\natom_style atomic\nread_data {kind}.data\npair_style meam\npair_coeff * * library.meam X x.meam X\nneighbor 1.0 bin\ncompute e all pe/atom\nthermo_style custom step pe pxx pyy pzz pxy pxz pyz\nthermo_modify format float %.12g\nrun 0\nwrite_dump all custom f.dump id fx fy fz modify sort id format float %.12g\n")
    p=subprocess.run(LMP+['-in','in','-log','none'],capture_output=True,text=True)
    if p.returncode: print(name,p.stdout[-400:],p.stderr[-300:]); continue
    lines=p.stdout.splitlines(); k=[i for i,l in enumerate(lines) if 'Pxx' in l][0]; row=list(map(float,lines[k+1].split()))
    F=[list(map(float,l.split()))[1:] for l in open('f.dump').read().split('ITEM: ATOMS')[1].splitlines()[1:]]
    out['variants'].append({'name':name,'structure':kind,'library':lib,'parameters':par,'energy_eV':row[1],'pressure_bar':row[2:8],'forces':F})
    print(name,row[1])
json.dump(out,open('variants.json','w'))
