/** What is done with registers and gazetteers from the command line; no stage needs it. */
export {
  type AddedPlaces,
  type AddedRegister,
  addPlaces,
  addRegister,
  checkRegisters,
  type Fault,
  type Found,
  faultText,
  type Loaded,
  loadedOwn,
  type Place,
  type RoleOut,
  type WhoAnswer,
  where,
  who,
  withRegisterFiles,
} from '../lexicon/register/index.ts';
