#!/bin/bash
# Slurm itself, one node of it, runs job arrays: any number of shards, wherever their indices begin and however they
# step, gives the folder of one plain run; a bad row is its task's exit code; the script in assets/docs/batch.md does as
# it says.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -x /usr/sbin/slurmctld ] && [ -x /usr/sbin/slurmd ] || skip 'Slurm (slurm-wlm) is not installed'
[ "$(id -u)" -eq 0 ] && unshare -mnp --fork true 2>/dev/null || skip 'a Slurm of our own takes root'

python3 "$tools/rows.py" 21 >list.csv
sed '5s/(503) [^,]*/call me/' list.csv >bad.csv # row 4, of shard 0 of 3
ok batch list.csv --out-dir whole --parts guide
ok batch list.csv --out-dir whole-docs

mkdir bin state spool
ln -s "$DGS_PDF" bin/dgs-pdf
PATH=$PWD/bin:$PATH
awk '/^```/ { inside = 0 } /^#!\/bin\/bash/ { inside = 1 } inside' "$DGS_SRC/assets/docs/batch.md" |
    sed "s|/shared/handouts|docs|; s|practices.csv|list.csv|" >docs.sh
grep -q '^#SBATCH --array' docs.sh && grep -q 'shard-from slurm' docs.sh || fail 'assets/docs/batch.md has no script for Slurm'
printf '#!/bin/bash\ndgs-pdf batch "$1" --out-dir "$2" --parts guide --jobs 1 --shard-from slurm\n' >array.sh

node=$(hostname -s)
cat >slurm.conf <<END
ClusterName=test
SlurmctldHost=$node(127.0.0.1)
AuthType=auth/none
CredType=cred/none
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$PWD/state
SlurmdSpoolDir=$PWD/spool
SlurmctldPidFile=$PWD/slurmctld.pid
SlurmdPidFile=$PWD/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory
DefMemPerCPU=100
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=10000,bf_interval=1
NodeName=$node NodeAddr=127.0.0.1 CPUs=32 RealMemory=9000
PartitionName=all Nodes=$node Default=YES
END

# Name spaces of its own: no port, process or file of the machine's is touched, and all ends with the script. The second
# address is there because the loopback's own does not count when Slurm asks which families there are.
cat >inside.sh <<'.'
export SLURM_CONF=$PWD/slurm.conf
python3 - <<'END'
import fcntl, socket, struct
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
fcntl.ioctl(s, 0x8914, struct.pack("16sh14x", b"lo", 1))  # SIOCSIFFLAGS, up
fcntl.ioctl(s, 0x8916, struct.pack("16sHH4s8x", b"lo:1", socket.AF_INET, 0, socket.inet_aton("10.1.1.1")))
END
/usr/sbin/slurmctld -D >slurmctld.log 2>&1 &
/usr/sbin/slurmd -D >slurmd.log 2>&1 &
for _ in $(seq 2000); do
    [ "$(sinfo -h -o %T 2>/dev/null)" != idle ] || break
    sleep 0.1
done
# array INDICES SCRIPT ARG...
array() {
    sbatch --parsable --output=/dev/null --array="$@"
}
array 0-0 array.sh list.csv out1 && array 0-2 array.sh list.csv out3 && array 0-6 array.sh list.csv out7 &&
    array 10-18:4 array.sh list.csv out10 && bad=$(array 0-2 array.sh bad.csv outbad) && array 0-2 docs.sh || exit 1
for _ in $(seq 6000); do
    [ -n "$(squeue -h 2>/dev/null)" ] || break
    sleep 0.1
done
[ -z "$(squeue -h)" ] || exit 1
scontrol -o show job "$bad" | sed -E 's/.*ArrayTaskId=([0-9]+) .*ExitCode=([0-9]+:[0-9]+).*/\1 \2/' | sort >codes
.
unset SLURM_ARRAY_TASK_ID
unshare -mnp --fork --mount-proc --kill-child bash inside.sh >inside.log 2>&1 ||
    fail "Slurm did not run the arrays: $(cat inside.log) $(tail -n 5 slurmctld.log slurmd.log)"

for shards in 1 3 7 10; do
    ok manifest merge out$shards --out out$shards/manifest.jsonl
    rm out$shards/manifest-*
    diff -r whole out$shards || fail "another folder from the array out$shards"
done
[ "$(cat codes)" = $'0 4:0\n1 0:0\n2 0:0' ] || fail "other exit codes of the tasks: $(cat codes)"
ok manifest merge docs --out docs/manifest.jsonl
rm docs/manifest-*
diff -r whole-docs docs || fail "another folder from the script in assets/docs/batch.md"
