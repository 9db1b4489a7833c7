import { createHash } from "node:crypto";

/** What a site tells of a person. */
export type KnownPerson = {
  readonly displayName: string;
  /** Where the person's privacy settings let Jira tell it. */
  readonly emailAddress?: string;
};

const accountId = /^(?:[0-9a-z]{24}|[a-z0-9]+(?::[0-9a-z-]{36})+)$/;
const pseudonym = /^user-[0-9a-f]{10}$/;

/** The account of a person of an export: a pseudonym always leads to the same account. */
export function accountIdOf(person: string): string {
  if (accountId.test(person)) return person;
  return sha256(person).slice(0, 24);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A readable name: pseudonyms and account ids get an invented one, anything else is taken as the name itself. */
export function displayNameOf(person: string): string {
  const isNameless = pseudonym.test(person) || accountId.test(person);
  if (!isNameless) return person;
  const digits = pseudonym.test(person) ? person : sha256(person);
  const number = Number.parseInt(digits.slice(-10), 16);
  const first = firstNames[number % firstNames.length] ?? "";
  const last = lastNames[Math.floor(number / firstNames.length) % lastNames.length] ?? "";
  return `${first} ${last}`;
}

const firstNames = (
  "Ada Amir Anouk Aziz Bao Bea Bram Carla Chidi Dana Dev Elif Emre Esi Farah Finn Gita Goran Hana Hugo " +
  "Ines Ivo Jana Joon Kaia Kofi Lena Luca Maja Marek Mina Nadia Nils Noor Olga Omar Petra Priya Rafa Rosa " +
  "Sana Sven Tara Timo Uma Vera Wim Yara Yusuf Zoe"
).split(" ");
const lastNames = (
  "Abara Adler Aoki Bakker Banda Berg Blum Castro Chen Costa Dahl Demir Diaz Eriksen Farkas Fischer Garcia " +
  "Haas Hassan Ito Jansen Kaya Keller Kim Klein Kovac Kowal Lang Larsen Lopes Mbeki Meyer Moreau Nakata " +
  "Novak Okoye Olsen Ortiz Patel Pereira Petrov Rao Rossi Sato Schmid Silva Singh Sousa Tanaka Vogel Weber " +
  "Yilmaz Zeman"
).split(" ");
