#!/bin/sh
# Runs a command beside a Slurm of one node: with-slurm.sh FOLDER CORES COMMAND... The script starts
# Slurm in the folder, and in the end stops it and removes the folder. It takes root and Debian's
# packages slurmctld, slurmd and munge. Nothing outside of the folder is changed.
set -eu
folder=$1
cores=$2
shift 2

# Is the process $1 still at work? One that has ended stays a zombie where nobody waits for it.
works() {
  [ -r "/proc/$1/status" ] && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null
}

# Slurm writes into the folder until its last moment. The folder is removed here, after that.
stop() {
  for daemon in slurmd slurmctld munged; do
    [ -f "$folder/$daemon.pid" ] || continue
    pid=$(cat "$folder/$daemon.pid")
    kill "$pid" 2>/dev/null || true
    tries=0
    while works "$pid" && [ "$tries" -lt 100 ]; do
      tries=$((tries + 1))
      sleep 0.1
    done
    kill -9 "$pid" 2>/dev/null || true
  done
  # The step of the last job may end after its daemon.
  tries=0
  until rm -rf "$folder" 2>/dev/null || [ "$tries" -ge 50 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
}
trap stop EXIT
trap 'exit 143' INT TERM

mkdir -p "$folder/state" "$folder/spool"
# What munged's socket and key lie in must not be open to others for writing.
chmod 755 "$folder"
dd if=/dev/urandom of="$folder/munge.key" bs=128 count=1 2>/dev/null
chmod 400 "$folder/munge.key"

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

cat >"$folder/slurm.conf" <<END
ClusterName=anteroom
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,sched_min_interval=100000,batch_sched_delay=0
MinJobAge=60
NodeName=node NodeAddr=127.0.0.1 CPUs=$cores
PartitionName=all Nodes=node Default=YES State=UP
END
export SLURM_CONF="$folder/slurm.conf"

munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" \
  --pid-file="$folder/munged.pid" --log-file="$folder/munged.log" --seed-file="$folder/munge.seed"
slurmctld -f "$SLURM_CONF"
slurmd -f "$SLURM_CONF" -N node

# It takes a moment until the node is known.
tries=0
until [ "$(sinfo --noheader --format=%T 2>/dev/null)" = idle ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 60 ]; then
    echo "Slurm does not start: $(sinfo 2>&1; tail -n 3 "$folder"/slurm*.log)" >&2
    exit 1
  fi
  sleep 0.5
done
"$@"
