'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Masked, unmask } from '@/features/api/fragments';
import { useCommand } from '@/features/api/use-command';
import { DepartmentPicker } from '@/features/pickers/department-picker';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import type { PersonRolesFragment, Role } from '@/gql/graphql';
import { kindOfSource } from '../owned-fields';
import { grantRole, revokeRole } from './documents';
import { Panel } from './panel';
import styles from './person.module.css';

type Grant = NonNullable<PersonRolesFragment['grants']>[number];

/** Roles that a person can be given; SERVICE is a program's. */
const ROLES = ['LEARNER', 'MENTOR', 'TEAM_LEAD', 'HR', 'DESIGNER', 'ADMIN'] as const satisfies readonly Role[];

/** What the person may do, where, and where they have it from. Administrators give and take; others read. */
export function Roles({ onChanged, ...props }: { person: Masked<PersonRolesFragment>; onChanged: () => void }) {
  const person = unmask<PersonRolesFragment>(props.person);
  const t = useTranslations('people');
  const frame = useTranslations('frame');
  const mayGrant = useSession().has('ADMIN');
  const [isGranting, setGranting] = useState(false);
  const [revoked, setRevoked] = useState<Grant>();
  const { grants } = person;
  if (!grants) return null;
  return (
    <Panel
      title={t('role')}
      action={
        mayGrant &&
        person.active && (
          <Button
            look="quiet"
            icon={<Plus size={16} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setGranting(true)}
            data-testid="grant-role"
          >
            {t('roles.grant')}
          </Button>
        )
      }
    >
      {grants.length === 0 && <p className={styles.line}>{t('noRoles')}</p>}
      {grants.length > 0 && (
        <ul className={styles.grants}>
          {grants.map((grant) => (
            <li key={`${grant.role} ${grant.department?.id} ${grant.source}`} data-testid="grant">
              <span>
                {frame(`roles.${grant.role}`)}
                <span className={styles.source}>
                  {grant.role === 'HR' && (grant.department?.name ?? t('roles.whole'))}
                  {grant.source !== 'HAND' && t('fromSource', { source: t(`source.${kindOfSource(grant.source)}`) })}
                </span>
              </span>
              {mayGrant && grant.source === 'HAND' && (
                <Button
                  look="quiet"
                  icon={<X size={16} aria-hidden />}
                  aria-label={t('roles.revoke', { role: frame(`roles.${grant.role}`) })}
                  aria-haspopup="dialog"
                  onClick={() => setRevoked(grant)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {isGranting && <GrantDialog person={person} onClose={() => setGranting(false)} onDone={onChanged} />}
      {revoked && (
        <RevokeDialog person={person} grant={revoked} onClose={() => setRevoked(undefined)} onDone={onChanged} />
      )}
    </Panel>
  );
}

function GrantDialog({
  person,
  onClose,
  onDone,
}: {
  person: { id: string; name: string };
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('people.roles');
  const frame = useTranslations('frame');
  const command = useCommand(grantRole);
  const [role, setRole] = useState<Role>('MENTOR');
  const [departmentId, setDepartmentId] = useState('');
  const submit = async () => {
    const input = { personId: person.id, role, departmentId: role === 'HR' && departmentId ? departmentId : null };
    const { kind } = await command.run({ input });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('grantTitle', { name: person.name })}
      action={t('grant')}
      testId="confirm-grant"
      command={command}
      shownAt={['role', 'departmentId']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('which')} hint={t(`may.${role}`)} error={command.errorAt('role')}>
        {(control) => (
          <select
            {...control}
            name="role"
            value={role}
            onChange={(event) => setRole(ROLES.find((each) => each === event.target.value) ?? 'MENTOR')}
          >
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {frame(`roles.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {role === 'HR' && (
        <DepartmentPicker
          label={t('department')}
          placeholder={t('whole')}
          hint={t('departmentHint')}
          error={command.errorAt('departmentId')}
          value={departmentId}
          onChange={setDepartmentId}
          clearable
        />
      )}
    </FormDialog>
  );
}

function RevokeDialog({
  person,
  grant,
  onClose,
  onDone,
}: {
  person: { id: string; name: string };
  grant: Grant;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('people.roles');
  const frame = useTranslations('frame');
  const command = useCommand(revokeRole);
  const role = frame(`roles.${grant.role}`);
  const submit = async () => {
    const input = { personId: person.id, role: grant.role, departmentId: grant.department?.id ?? null };
    const { kind } = await command.run({ input });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('revoke', { role })}
      action={t('revokeAction')}
      look="danger"
      testId="confirm-revoke"
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('revokeText', { name: person.name, role })}</p>
    </FormDialog>
  );
}
