#include "store/netfs.h"

#include <stddef.h>
#include <sys/vfs.h>

/* From linux/magic.h and the file systems' own sources. */
static const struct netfs_row {
	unsigned long type;
	const char *name;
} rows[] = {
	{0x6969,     "NFS"},
	{0x517b,     "SMB"},
	{0xfe534d42, "SMB"},
	{0xff534d42, "CIFS"},
	{0x65735546, "FUSE"},
	{0x01021997, "9p"},
	{0x5346414f, "AFS"},
	{0x6b414653, "AFS"},
	{0x73757245, "Coda"},
	{0x564c,     "NCP"},
	{0x00c36400, "Ceph"},
	{0x0bd00bd0, "Lustre"},
	{0x01161970, "GFS2"},
	{0x7461636f, "OCFS2"},
	{0x19830326, "BeeGFS"},
	{0x47504653, "GPFS"},
	{0x786f4256, "vboxsf"},
	{0xbacbacbc, "vmhgfs"},
};

unsigned long
netfs_type(const char *path)
{
	struct statfs fs;

	return statfs(path, &fs) == 0 ? (unsigned long)fs.f_type : 0;
}

bool
netfs_check(unsigned long type, const char *path, struct err *err)
{
	/* Some architectures extend the sign of 32 bits. */
	type &= 0xffffffff;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].type == type)
			return err_set(err, ERR_STORE, "%s lies on a network "
				"file system (%s), where a log can be damaged: "
				"keep it on a disk of this host", path,
				rows[i].name);
	return true;
}
